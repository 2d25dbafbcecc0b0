using Assets.Support;
using Npgsql;
using Xunit;

namespace Assets.House.Tests.Support;

/// <summary>The database tests of other projects stand on this server; here it is shown to keep their databases apart.</summary>
public sealed class PostgresServerTests
{
    [Fact]
    public void A_template_is_prepared_once_and_each_copy_has_its_own_rows()
    {
        var prepared = 0;
        void Prepare(string connection)
        {
            prepared++;
            Run(connection, "CREATE TABLE asset (tag text PRIMARY KEY); INSERT INTO asset VALUES ('A-1')");
        }

        var first = PostgresServer.NewDatabase("one asset", Prepare);
        var second = PostgresServer.NewDatabase("one asset", Prepare);
        Run(first, "INSERT INTO asset VALUES ('A-2')");

        Assert.Equal(1, prepared);
        Assert.Equal(2L, Run(first, "SELECT count(*) FROM asset"));
        Assert.Equal(1L, Run(second, "SELECT count(*) FROM asset"));
    }

    [Fact]
    public void A_new_database_is_empty_and_keeps_text_as_UTF_8()
    {
        var connection = PostgresServer.NewDatabase();

        Assert.Equal(0L, Run(connection, "SELECT count(*) FROM information_schema.tables WHERE table_schema = 'public'"));
        Assert.Equal("UTF8", Run(connection, "SHOW server_encoding"));
        Assert.Equal("Älvdalen 😀", Run(connection, "SELECT 'Älvdalen 😀'"));
    }

    private static object? Run(string connectionString, string sql)
    {
        using var connection = new NpgsqlConnection(connectionString);
        connection.Open();
        using var command = new NpgsqlCommand(sql, connection);
        return command.ExecuteScalar();
    }
}
