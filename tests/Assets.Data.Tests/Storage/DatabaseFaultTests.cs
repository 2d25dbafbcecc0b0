using System.Data.Common;
using Assets.Data.Storage;
using Assets.Support;
using Npgsql;
using Xunit;

namespace Assets.Data.Tests.Storage;

/// <summary>What a fault of the database says to the person who has to mend it.</summary>
public sealed class DatabaseFaultTests
{
    [Theory]
    [InlineData("")]
    [InlineData("nonsense")]
    [InlineData("Data Source=")]
    [InlineData("Data Source=:memory:")]
    [InlineData("Host=localhost;Nonsense=1")]
    public void A_setting_that_is_no_connection_string_says_what_to_write(string setting)
    {
        var refusal = Assert.Throws<DatabaseRefusedException>(() => Database.At(setting, "/"));
        Assert.Contains("Data Source=FILE", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_relative_file_lies_below_the_settings()
    {
        Assert.Equal("/srv/assets/var/a b.db", Database.At("Data Source=var/a b.db", "/srv/assets").File);
    }

    [Fact]
    public void A_file_that_is_no_database_is_named()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder["assets.db"], new string('x', 5000));
        var refusal = Assert.Throws<DatabaseRefusedException>(() => Schema.Ensure(Database.At($"Data Source={folder["assets.db"]}", "/"), _ => { }));
        Assert.Contains("not a SQLite database", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_full_disk_is_told_and_nothing_is_changed()
    {
        using var at = TestDatabase.Made(Engine.Sqlite);
        using var connection = at.Database.Open();
        var pages = connection.Number("pragma page_count");
        connection.Execute($"pragma max_page_count = {pages}");
        var fault = Assert.ThrowsAny<DbException>(() => connection.Execute("insert into suppliers (id, code, code_key, name, change_set_id) with recursive n(i) as (select 1 union all select i + 1 from n where i < 10000) select i, 'S' || i, 'S' || i, 'a long name of a supplier', 1 from n"));
        Assert.Contains("disk is full", at.Database.Explain(fault), StringComparison.Ordinal);
        Assert.Equal(0, connection.Number("select count(*) from suppliers"));
    }

    [Theory]
    [InlineData("28P01", "refuses the user name or password")]
    [InlineData("3D000", "no database of that name")]
    [InlineData("42501", "lacks a right")]
    [InlineData("53100", "is full. Free some space and run the command again; nothing was changed.")]
    [InlineData("53300", "no free connection")]
    [InlineData("55P03", "locked by another program")]
    [InlineData("23505", null)] // a fault of ours
    public void What_a_server_refuses_is_told_in_words_that_say_where(string state, string? words)
    {
        var database = Database.At("Host=db.example;Port=5433;Database=assets;Username=u;Password=hemligt", "/");

        var told = database.Explain(new InvalidOperationException("outside", new PostgresException("the server's own words", "ERROR", "ERROR", state)));

        if (words is null) Assert.Null(told);
        else Assert.Contains(words, told, StringComparison.Ordinal);
        if (words is not null) Assert.Contains("db.example:5433/assets", told, StringComparison.Ordinal);
    }

    [Fact]
    public void A_locked_database_is_told()
    {
        using var at = TestDatabase.Made(Engine.Sqlite);
        using var holder = Writing.Begin(at.Database);
        using var connection = at.Database.Open();
        connection.Execute("pragma busy_timeout = 50");
        using var command = connection.Command("delete from suppliers");
        command.CommandTimeout = 1;
        var fault = Assert.ThrowsAny<DbException>(() => command.ExecuteNonQuery());
        Assert.Contains("locked by another program", at.Database.Explain(fault), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_writer_waits_for_another_and_then_writes()
    {
        using var at = TestDatabase.Made(Engine.Sqlite);
        var first = Writing.Begin(at.Database);
        var second = Task.Run(() =>
        {
            using var writing = Writing.Begin(at.Database);
            var id = writing.AddChangeSet(DateTimeOffset.UnixEpoch, "second", "test", null, null);
            writing.Commit();
            return id;
        });
        Assert.NotSame(second, await Task.WhenAny(second, Task.Delay(200)));
        first.AddChangeSet(DateTimeOffset.UnixEpoch, "first", "test", null, null);
        first.Commit();
        first.Dispose();
        Assert.Equal(2, await second);
    }

    [Fact]
    public void A_server_that_does_not_answer_is_named_without_the_password()
    {
        var database = Database.At("Host=127.0.0.1;Port=1;Database=assets;Username=u;Password=hemligt;Timeout=2", "/");
        var refusal = Assert.Throws<DatabaseRefusedException>(() => Schema.Ensure(database, _ => { }));
        Assert.Contains("127.0.0.1:1/assets", refusal.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("hemligt", refusal.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_database_on_the_server_is_made_or_told()
    {
        var existing = new NpgsqlConnectionStringBuilder(PostgresServer.NewDatabase());
        var database = Database.At(new NpgsqlConnectionStringBuilder(existing.ConnectionString) { Database = "absent" }.ConnectionString, "/");
        var refusal = Assert.Throws<DatabaseRefusedException>(() => Schema.Ensure(database, _ => { }));
        Assert.Contains("no database of that name", refusal.Message, StringComparison.Ordinal);
    }
}
