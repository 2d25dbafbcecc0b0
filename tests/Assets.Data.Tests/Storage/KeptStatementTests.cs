using Assets.Core.Access;
using Assets.Data.Access;
using Assets.Data.Inventory;
using Assets.Data.Storage;
using Assets.Data.Tests.Inventory;
using Xunit;

namespace Assets.Data.Tests.Storage;

public sealed class KeptStatementTests
{
    [Fact]
    public void PostgreSQL_plans_once_a_connection_what_pages_ask_over_and_over()
    {
        using var fleet = new Fleet(Engine.Postgres, 900);
        var list = new AssetList(fleet.Database, fleet.Clock);
        for (var page = 0; page < 3; page++)
        {
            Viewer.Load(fleet.Database, 1);
            SavedViews.Of(fleet.Database, 1, NamedList.Assets);
            Assert.NotEmpty(list.Read(Reach.Everywhere, new AssetQuery(Term: $"X0012{page}")).Items);
        }

        using var connection = fleet.Database.Open(); // the one that the pages have given back
        Assert.Equal(
            ["saved_views", "unnest", "users"],
            connection.Rows(
                "select substring(statement from 'from (saved_views|unnest|users)') as asked from pg_prepared_statements where statement ~ 'from (saved_views|unnest|users)' order by asked",
                r => r.GetString(0)));
    }
}
