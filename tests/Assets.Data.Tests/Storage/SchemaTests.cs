using Assets.Data.Storage;
using Assets.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Xunit;

namespace Assets.Data.Tests.Storage;

public sealed class SchemaTests
{
    [Theory]
    [OnBoth]
    public void No_change_of_the_model_lacks_its_migration(Engine engine)
    {
        using var at = TestDatabase.Empty(engine);
        using var context = at.Database.NewContext();
        Assert.False(context.Database.HasPendingModelChanges(), "run: dotnet run --project tools/Assets.Migrations -- NAME");
    }

    [Fact]
    public void Both_databases_have_the_same_migrations()
    {
        Assert.NotEmpty(Schema.Known(Engine.Sqlite));
        Assert.Equal(Schema.Known(Engine.Sqlite), Schema.Known(Engine.Postgres));
    }

    [Theory]
    [OnBoth]
    public void Every_guard_is_there_after_the_database_is_made(Engine engine)
    {
        using var at = TestDatabase.Made(engine);
        using var connection = at.Database.Open();
        Assert.Empty(Guards.Names(engine).Except(Guards.Installed(connection)));
        Assert.Contains("guard_line_versions_insert", Guards.Installed(connection));
    }

    [Fact]
    public void A_guard_that_a_table_rebuild_dropped_is_put_back_at_the_next_start()
    {
        using var at = TestDatabase.Made(Engine.Sqlite);
        at.Execute("create table rebuilt as select * from charges; drop table charges; alter table rebuilt rename to charges");
        using (var connection = at.Database.Open()) Assert.DoesNotContain("guard_charges_update", Guards.Installed(connection));

        at.Ensure();

        using var again = at.Database.Open();
        Assert.Contains("guard_charges_update", Guards.Installed(again));
    }

    [Theory]
    [OnBoth]
    public void A_newer_database_is_refused_untouched(Engine engine)
    {
        using var at = TestDatabase.Made(engine);
        at.Execute("insert into \"__EFMigrationsHistory\" values ('99990101000000_Future', '99')");
        var refusal = Assert.Throws<DatabaseRefusedException>(at.Ensure);
        Assert.Contains("newer version", refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [OnBoth]
    public async Task Of_several_starts_at_once_one_makes_the_database_and_the_others_wait(Engine engine)
    {
        using var at = TestDatabase.Empty(engine);
        var starts = Enumerable.Range(0, 4).Select(_ => Task.Run(() => Schema.Ensure(at.Database, _ => { })));
        await Task.WhenAll(starts);
        using var connection = at.Database.Open();
        Assert.Equal(Schema.Known(engine).Count, connection.Number("select count(*) from \"__EFMigrationsHistory\""));
    }

    [Fact]
    public void A_start_that_was_killed_while_it_migrated_does_not_stop_the_next()
    {
        using var at = TestDatabase.Empty(Engine.Sqlite);
        using (var context = at.Database.NewContext()) context.GetService<IMigrator>().Migrate(Schema.Known(Engine.Sqlite)[0]);
        at.Execute("create table if not exists \"__EFMigrationsLock\" (\"Id\" integer primary key, \"Timestamp\" text not null); insert into \"__EFMigrationsLock\" values (1, '2026-01-01')");
        at.Ensure();
        using var connection = at.Database.Open();
        Assert.Empty(Guards.Names(Engine.Sqlite).Except(Guards.Installed(connection)));
    }
}
