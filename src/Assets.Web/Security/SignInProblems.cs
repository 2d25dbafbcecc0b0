using Assets.Operations.Access;

namespace Assets.Web.Security;

/// <summary>What may keep somebody from being let in who signs in elsewhere; each has a text. Nothing else is taken from an address.</summary>
public static class SignInProblems
{
    /// <summary>The identity provider does not answer.</summary>
    public const string ProviderAway = "provider_away";

    /// <summary>It answered, and what it said cannot be relied on, or is too old.</summary>
    public const string ProviderRefused = "provider_refused";

    /// <summary>The person turned back there.</summary>
    public const string Cancelled = "cancelled";

    public const string DirectoryAway = "directory_away";

    /// <summary>Somebody left while the provider did not answer, and may be signed in there still.</summary>
    public const string ProviderStays = "provider_stays";

    public static IReadOnlyList<string> All { get; } = [ProviderStays, ProviderAway, ProviderRefused, Cancelled, DirectoryAway, .. AdmissionRefusals.All];

    public static string? Known(string? problem) => problem is not null && All.Contains(problem, StringComparer.Ordinal) ? problem : null;
}
