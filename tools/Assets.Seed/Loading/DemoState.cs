using System.Data.Common;
using Assets.Data.Storage;
using Assets.Seed.Story;

namespace Assets.Seed.Loading;

public enum DemoState
{
    /// <summary>Nothing was ever recorded.</summary>
    Empty,

    /// <summary>The whole demo municipality.</summary>
    Loaded,

    /// <summary>A demo that was begun and never finished.</summary>
    Interrupted,

    /// <summary>Somebody's own data.</summary>
    Other,
}

internal static class DemoStates
{
    /// <summary>The database must have its schema.</summary>
    public static DemoState Of(Database database)
    {
        using var connection = database.Open();
        var begun = Scalar(connection, "select reason from change_sets order by id limit 1");
        var people = Convert.ToInt64(Scalar(connection, "select count(*) from users"), System.Globalization.CultureInfo.InvariantCulture);
        if (begun is null) return people == 0 && !HasRows(connection, "change_sets") ? DemoState.Empty : DemoState.Other;
        if (begun is not Opening.Reason) return DemoState.Other;
        return Scalar(connection, $"select 1 from users where normalized_user_name = '{DemoAccount.All[^1].Name.ToUpperInvariant()}'") is null
            ? DemoState.Interrupted
            : DemoState.Loaded;
    }

    private static bool HasRows(DbConnection connection, string table) => Scalar(connection, $"select 1 from {table} limit 1") is not null;

    private static object? Scalar(DbConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar() is { } value and not DBNull ? value : null;
    }
}
