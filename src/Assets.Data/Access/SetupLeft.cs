using Assets.Core.Access;
using Assets.Core.Standard;
using Assets.Data.Storage;

namespace Assets.Data.Access;

/// <summary>What the work begins with once an installation is set up, and how much of it is there.</summary>
/// <param name="Roles">Those that somebody has.</param>
public sealed record SetupLeft(IReadOnlySet<Role> Roles, bool HasAssets, bool HasInterest, bool HasEdition)
{
    public static SetupLeft Read(Database database)
    {
        using var connection = database.Open();
        return new SetupLeft(
            connection.Rows("select distinct role from role_grants", r => (Role)r.GetInt32(0)).ToHashSet(),
            connection.Scalar("select id from assets limit 1") is not null,
            connection.Scalar("select valid_from from interest_rates limit 1") is not null,
            connection.Rows("select id from editions where state = @p0 limit 1", r => r.GetInt32(0), (int)EditionState.Decided).Count > 0);
    }
}
