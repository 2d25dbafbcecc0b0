using System.Globalization;
using Assets.Operations;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Assets.Web.Pages;

/// <summary>The statement that the law on access to digital public service (2018:1937) asks of a public body for each of its services.</summary>
public sealed class AccessibilityModel(Installation installation) : PageModel
{
    /// <summary>Who answers for the service: the setting <c>Assets:Accessibility:Organisation</c>.</summary>
    public string? Organisation => Setting("Organisation");

    public string? Mail => Setting("Mail");

    public string? Telephone => Setting("Telephone");

    /// <summary>When somebody last went through the service with this statement in hand.</summary>
    public DateOnly? ReviewedOn => DateOnly.TryParseExact(Setting("ReviewedOn"), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    public void OnGet()
    {
    }

    private string? Setting(string name) => installation.Settings[$"Assets:Accessibility:{name}"] is { } text && !string.IsNullOrWhiteSpace(text) ? text : null;
}
