using System.Reflection;
using Assets.Data.Storage;
using Xunit;
using Xunit.Sdk;
using Xunit.v3;

namespace Assets.Support;

/// <summary>Runs a theory on SQLite and on PostgreSQL: the engine comes before the values of the row.</summary>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
internal sealed class OnBothAttribute(params object?[] values) : DataAttribute
{
    /// <summary>The member of the test class that has the rows; none where the values are the row.</summary>
    public string? Of { get; init; }

    public override async ValueTask<IReadOnlyCollection<ITheoryDataRow>> GetData(MethodInfo testMethod, DisposalTracker disposalTracker)
    {
        IEnumerable<object?[]> rows = Of is null
            ? [values]
            : (await new MemberDataAttribute(Of) { MemberType = testMethod.DeclaringType }.GetData(testMethod, disposalTracker)).Select(row => row.GetData());
        return [.. from row in rows from engine in (Engine[])[Engine.Sqlite, Engine.Postgres] select new TheoryDataRow([engine, .. row])];
    }

    /// <summary>Rows of a member need not be of a kind that a runner can name beforehand.</summary>
    public override bool SupportsDiscoveryEnumeration() => Of is null;
}
