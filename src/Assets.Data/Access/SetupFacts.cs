using Assets.Data.Storage;

namespace Assets.Data.Access;

/// <summary>The host entity as it stands in the register.</summary>
public sealed record HostEntity(string Code, string Name, string? OrgNumber);

/// <summary>A piece of network that is looked through; the community is never read with it.</summary>
public sealed record SnmpRange(int Id, string Range);

/// <summary>How far the first start of an installation has come: what there is says it, so that it goes on wherever it was left.</summary>
/// <param name="Host">The municipality that was registered first.</param>
public sealed record SetupFacts(bool HasPeople, bool IsBegun, bool IsFinished, HostEntity? Host, long Organisations, long CostCodes, IReadOnlyList<SnmpRange> Ranges)
{
    /// <summary>Whether the pages of the first start are there at all: once it is finished, never again.</summary>
    public bool IsOpen => !HasPeople || (IsBegun && !IsFinished);

    public static SetupFacts Read(Database database)
    {
        using var connection = database.Open();
        var host = connection.Rows("select code, name, org_number from organisations where kind = 0 order by id limit 1", r => new HostEntity(r.GetString(0), r.GetString(1), r.Text(2))).FirstOrDefault();
        var setup = connection.Rows("select finished_at from setups", r => r.Long(0) is not null);
        return new SetupFacts(
            HasAnyone(database), setup.Count > 0, setup.Contains(true), host, connection.Number("select count(*) from organisations"), connection.Number("select count(*) from cost_codes"),
            connection.Rows("select id, range from snmp_ranges order by range", r => new SnmpRange(r.GetInt32(0), r.GetString(1))));
    }

    /// <summary>Whether there is a single account.</summary>
    public static bool HasAnyone(Database database)
    {
        using var connection = database.Open();
        return connection.Scalar("select id from users limit 1") is not null;
    }
}
