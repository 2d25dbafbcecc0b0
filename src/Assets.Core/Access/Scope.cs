using Assets.Core.Organisations;

namespace Assets.Core.Access;

/// <summary>The part of the organisation that a role holds for: the whole, or one organisation and all below it.</summary>
/// <param name="TopCode">None for the whole.</param>
public sealed record Scope(string? TopCode)
{
    public static Scope Whole { get; } = new((string?)null);

    public bool IsWhole => TopCode is null;

    public static Scope Below(string organisationCode) => new(organisationCode);

    /// <summary>An organisation that is not in the tree is in no partial scope: what is unknown is not shown.</summary>
    public bool Covers(string organisationCode, OrganisationTree tree) =>
        TopCode is null || (tree.TryFind(TopCode, out _) && tree.TryFind(organisationCode, out _) && tree.IsWithin(organisationCode, TopCode));
}

/// <summary>A role that a person holds somewhere.</summary>
public sealed record Appointment(Role Role, Scope Scope);

/// <summary>The questions that pages ask about a person.</summary>
public static class Appointments
{
    /// <summary>True where some role gives the permission anywhere: enough to show a menu, not to show a record.</summary>
    public static bool MayAnywhere(this IEnumerable<Appointment> appointments, Permission permission) =>
        appointments.Any(held => Grants.Allows(held.Role, permission));

    /// <summary>True where some role gives the permission for that organisation.</summary>
    public static bool May(this IEnumerable<Appointment> appointments, Permission permission, string organisationCode, OrganisationTree tree) =>
        appointments.Any(held => Grants.Allows(held.Role, permission) && held.Scope.Covers(organisationCode, tree));

    /// <summary>The codes for which the permission holds, below which a query shows rows; null where it holds for the whole.</summary>
    public static IReadOnlySet<string>? TopsFor(this IEnumerable<Appointment> appointments, Permission permission)
    {
        var tops = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var held in appointments)
        {
            if (!Grants.Allows(held.Role, permission)) continue;
            if (held.Scope.TopCode is not { } top) return null;
            tops.Add(top);
        }
        return tops;
    }
}
