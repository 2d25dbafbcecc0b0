using Assets.Core.Inventory;
using Microsoft.AspNetCore.Html;

namespace Assets.Web.Values;

/// <summary>Drawings from the one sprite. They decorate: what they say stands beside them as text.</summary>
public sealed class Icons(Files files)
{
    private readonly string sprite = files["lib/icons.svg"];

    public IHtmlContent this[string name] => new HtmlString($"<svg class=\"icon\" aria-hidden=\"true\"><use href=\"{sprite}#{name}\" /></svg>");

    public IHtmlContent Of(AssetKind kind) => this[kind switch
    {
        AssetKind.Router or AssetKind.Modem => "router",
        AssetKind.Switch => "network",
        AssetKind.Firewall => "shield",
        AssetKind.AccessPoint => "wifi",
        AssetKind.Server => "server",
        AssetKind.Printer or AssetKind.Mfp => "printer",
        AssetKind.Pc or AssetKind.Monitor => "device-desktop",
        AssetKind.Ups => "database",
        _ => "devices",
    }];
}
