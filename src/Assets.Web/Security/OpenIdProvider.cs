using Assets.Operations.Access;
using Assets.Operations.Monitoring;
using Microsoft.Extensions.Configuration;

namespace Assets.Web.Security;

/// <summary>The settings <c>Assets:OpenIdConnect</c>: where the organisation's own people sign in.</summary>
public sealed record OpenIdProvider(Uri? Authority, string ClientId, string? ClientSecret)
{
    /// <summary>What the button says it is: <c>Lövsta kommun</c>.</summary>
    public string? Name { get; init; }

    public string AccountClaim { get; init; } = "preferred_username";

    public string GroupsClaim { get; init; } = "groups";

    public IReadOnlyList<string> Scopes { get; init; } = ["openid", "profile", "email"];

    public bool MayCreate { get; init; }

    public bool IsSet => Authority is not null;

    /// <exception cref="SettingRefusedException">A setting is missing, or the provider would be spoken to in clear.</exception>
    public static OpenIdProvider Read(IConfiguration settings)
    {
        var section = settings.GetSection("Assets:OpenIdConnect");
        if (string.IsNullOrWhiteSpace(section["Authority"])) return new OpenIdProvider(null, "", null);
        if (!Uri.TryCreate(section["Authority"], UriKind.Absolute, out var authority) || !(authority.Scheme == Uri.UriSchemeHttps || (authority.Scheme == Uri.UriSchemeHttp && authority.IsLoopback)))
            throw new SettingRefusedException($"The setting Assets:OpenIdConnect:Authority is '{section["Authority"]}'. Write the provider's address, as https://login.example.org/tenant.");
        if (string.IsNullOrWhiteSpace(section["ClientId"])) throw new SettingRefusedException("The setting Assets:OpenIdConnect:ClientId is missing: the name under which the provider knows this installation.");
        var plain = new OpenIdProvider(authority, section["ClientId"]!, SecretFile.Read(section, "ClientSecret"));
        return plain with
        {
            Name = string.IsNullOrWhiteSpace(section["Name"]) ? null : section["Name"],
            AccountClaim = section["AccountClaim"] ?? plain.AccountClaim,
            GroupsClaim = section["GroupsClaim"] ?? plain.GroupsClaim,
            Scopes = section["Scopes"] is { Length: > 0 } scopes ? scopes.Split(' ', StringSplitOptions.RemoveEmptyEntries) : plain.Scopes,
            MayCreate = AccountsSetting.MayCreate(section),
        };
    }
}
