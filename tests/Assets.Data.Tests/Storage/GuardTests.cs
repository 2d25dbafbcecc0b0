using System.Data.Common;
using Assets.Data.Storage;
using Assets.Support;
using Xunit;

namespace Assets.Data.Tests.Storage;

/// <summary>The database itself refuses, whoever asks and by whatever command.</summary>
public sealed class GuardTests
{
    private const string Setup = """
        insert into change_sets (id, recorded_at, actor, verb) values (1, 0, 'x', 'x'), (2, 0, 'x', 'x');
        insert into organisations (id, code, code_key, name, kind, change_set_id) values (1, 'M', 'M', 'M', 0, 1);
        insert into contracts (id, number, number_key, customer_id, change_set_id) values (1, 'M', 'M', 1, 1);
        insert into contract_lines (id, code, code_key, contract_id, version, change_set_id) values (1, 'C1', 'C1', 1, 1, 1);
        insert into line_versions (line_id, version, change_set_id, body) values (1, 1, 1, 'x');
        insert into history (change_set_id, subject, subject_id, effective_on) values (1, 8, 1, 20260101);
        insert into charges (month, line_id, corrected_month, turn, component, from_on, until_on, unit_id, customer_id, quantity, amount)
          values (202603, 1, 0, 1, 'rent', 20260301, 20260401, 1, 1, 1, 100), (202604, 1, 0, 1, 'rent', 20260401, 20260501, 1, 1, 1, 100);
        insert into closed_months (month, previous_month, previous_head, head, watermark, settled_watermark, rules_version, closed_at, closed_by, charge_count, total)
          values (202603, 0, '', 'h', 1, 1, 1, 0, 'x', 1, 100);
        """;

    private const string ChargeValues = "(month, line_id, corrected_month, turn, component, from_on, until_on, unit_id, customer_id, quantity, amount) values (202603, 1, 0, 1, 'rent', 20260301, 20260401, 1, 1, 1, 101)";
    private const string MonthColumns = "(month, previous_month, previous_head, head, watermark, settled_watermark, rules_version, closed_at, closed_by, charge_count, total)";

    private static readonly string[] OnBoth =
    [
        "update charges set amount = 101 where month = 202603",
        "update charges set month = 202603 where month = 202604",
        "update charges set month = 202604, component = 'x' where month = 202603",
        "delete from charges where month = 202603",
        "delete from charges",
        "insert into charges (month, line_id, corrected_month, turn, component, from_on, until_on, unit_id, customer_id, quantity, amount) values (202603, 1, 0, 1, 'support', 20260301, 20260401, 1, 1, 1, 5)",
        "update closed_months set total = 101",
        "delete from closed_months",
        $"insert into closed_months {MonthColumns} values (202602, 1, '', 'h2', 1, 1, 1, 0, 'x', 1, 100)",
        $"insert into closed_months {MonthColumns} values (202605, 0, '', 'h2', 1, 1, 1, 0, 'x', 1, 100)",
        "update line_versions set body = 'y'",
        "delete from line_versions",
        "insert into line_versions (line_id, version, change_set_id, body) values (1, 2, 1, 'behind the watermark')",
        "update history set effective_on = 20250101",
        "delete from history",
        "update change_sets set actor = 'y'",
        "delete from change_sets",
    ];

    private static readonly string[] OnSqlite =
    [
        $"insert or replace into charges {ChargeValues}",
        $"insert or replace into closed_months {MonthColumns} values (202603, 0, '', 'h2', 1, 1, 1, 0, 'x', 1, 101)",
        "insert or replace into line_versions (line_id, version, change_set_id, body) values (1, 1, 2, 'y')",
        "insert or replace into history (id, change_set_id, subject, subject_id, effective_on) select id, 2, 8, 1, 20250101 from history",
        "insert or replace into change_sets (id, recorded_at, actor, verb) values (1, 0, 'y', 'y')",
        "update or replace charges set month = 202603 where month = 202604",
    ];

    private static readonly string[] OnPostgres =
    [
        "truncate charges", "truncate closed_months", "truncate line_versions", "truncate history", "truncate change_sets cascade",
        $"insert into charges {ChargeValues} on conflict (month, line_id, corrected_month, turn, component, from_on) do update set amount = 101",
    ];

    public static TheoryData<Engine, string> Attempts
    {
        get
        {
            var attempts = new TheoryData<Engine, string>();
            foreach (var sql in (string[])[.. OnBoth, .. OnSqlite]) attempts.Add(Engine.Sqlite, sql);
            foreach (var sql in (string[])[.. OnBoth, .. OnPostgres]) attempts.Add(Engine.Postgres, sql);
            return attempts;
        }
    }

    [Theory]
    [MemberData(nameof(Attempts))]
    public void What_is_closed_or_appended_cannot_be_changed(Engine engine, string attempt)
    {
        using var at = TestDatabase.Made(engine);
        at.Execute(Setup);
        using var connection = at.Database.Open();

        // As a stranger's connection would be: without this program's own settings.
        if (engine == Engine.Sqlite) connection.Execute("pragma recursive_triggers = off");
        var refusal = Assert.ThrowsAny<DbException>(() => connection.Execute(attempt));

        Assert.Matches("closed|append-only", refusal.Message);
        Assert.Equal(200, connection.Number("select sum(amount) from charges"));
        Assert.Equal(1, connection.Number("select count(*) from closed_months where head = 'h'"));
        Assert.Equal("x", connection.Scalar("select body from line_versions"));
    }

    [Theory]
    [InlineData("order_steps", "(order_id, number, step, at, actor, actor_name) values (1, 1, 1, 0, 'x', 'x')")]
    [InlineData("closing_proposals", "(month, run_at, charge_count, total, figures, proposed_by, proposed_at) values (202604, 0, 0, 0, '', 'x', 0)")]
    [InlineData("downloads", "(month, file_name, account, at, size_bytes, is_final) values (202603, 'f', 'x', 0, 0, 1)")]
    public void What_is_appended_is_not_replaced_either(string table, string row)
    {
        using var at = TestDatabase.Made(Engine.Sqlite);
        using var connection = at.Database.Open();
        connection.Execute("pragma recursive_triggers = off; pragma foreign_keys = off");
        connection.Execute($"insert into {table} {row}");

        var refusal = Assert.ThrowsAny<DbException>(() => connection.Execute($"insert or replace into {table} select * from {table}"));

        Assert.Contains("append-only", refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [OnBoth]
    public void What_is_open_can_be_changed(Engine engine)
    {
        using var at = TestDatabase.Made(engine);
        at.Execute(Setup);
        using var connection = at.Database.Open();
        connection.Execute("update charges set amount = 5 where month = 202604");
        connection.Execute("delete from charges where month = 202604");
        connection.Execute("insert into line_versions (line_id, version, change_set_id, body) values (1, 2, 2, 'new')");
        connection.Execute($"insert into closed_months {MonthColumns} values (202604, 202603, 'h', 'h2', 2, 2, 1, 0, 'x', 0, 0)");
        Assert.Equal(2, connection.Number("select count(*) from closed_months"));
    }
}
