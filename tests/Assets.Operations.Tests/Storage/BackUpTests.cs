using Assets.Core.Values;
using Assets.Data.Storage;
using Assets.Operations.Chargeback;
using Assets.Operations.Ledger;
using Assets.Operations.Storage;
using Assets.Operations.Tests.Imports;
using Assets.Support;
using Xunit;

namespace Assets.Operations.Tests.Storage;

public sealed class BackUpTests
{
    private static readonly BillingMonth Month = new(2026, 3);

    [Fact]
    public void A_backup_made_while_a_writer_writes_comes_back_with_every_closed_month_and_the_key_ring()
    {
        using var at = ClosedTown(Engine.Sqlite);
        Directory.CreateDirectory(at.Installation.KeyRingFolder);
        File.WriteAllText(Path.Combine(at.Installation.KeyRingFolder, "key-1.xml"), "<key>hemlig</key>");
        var file = Path.Combine(at.Folder, "town.backup");
        using (Writing.Begin(at.Database))
        {
            Assert.True(BackUp.Run(at.Installation, file, "lösen", _ => { }).TryGet(out _, out _));
        }
        var elsewhere = at.Installation with { Database = Database.At("Data Source=elsewhere/assets.db", at.Folder), KeyRingFolder = Path.Combine(at.Folder, "other keys") };

        Assert.True(Restore.Run(elsewhere, file, "lösen").TryGet(out _, out _));

        var verified = VerifyMonths.Run(elsewhere);
        Assert.True(verified.Holds);
        Assert.Equal(VerifyMonths.Run(at.Installation).Months.Select(m => m.Month.Head), verified.Months.Select(m => m.Month.Head));
        Assert.Equal("<key>hemlig</key>", File.ReadAllText(Path.Combine(elsewhere.KeyRingFolder, "key-1.xml")));
        Assert.DoesNotContain("hemlig", File.ReadAllText(file), StringComparison.Ordinal);
    }

    [Theory]
    [OnBoth]
    public void A_backup_is_never_written_over_another_nor_without_a_passphrase_for_the_keys(Engine engine)
    {
        using var at = TestInstallation.On(engine);
        var file = at.Write("there.backup", "old");
        Assert.Equal(BackUp.FileExists, Refused(BackUp.Run(at.Installation, file, "x", _ => { })));
        Directory.CreateDirectory(at.Installation.KeyRingFolder);
        File.WriteAllText(Path.Combine(at.Installation.KeyRingFolder, "key-1.xml"), "x");
        Assert.Equal(BackUp.PassphraseMissing, Refused(BackUp.Run(at.Installation, Path.Combine(at.Folder, "new.backup"), null, _ => { })));
        Assert.Equal("old", File.ReadAllText(file));
    }

    [Fact]
    public void Restore_refuses_what_it_cannot_do_safely()
    {
        using var at = TestInstallation.On(Engine.Sqlite);
        Directory.CreateDirectory(at.Installation.KeyRingFolder);
        File.WriteAllText(Path.Combine(at.Installation.KeyRingFolder, "key-1.xml"), "x");
        var file = Path.Combine(at.Folder, "a.backup");
        Assert.True(BackUp.Run(at.Installation, file, "right", _ => { }).TryGet(out _, out _));
        var elsewhere = at.Installation with { Database = Database.At("Data Source=new.db", at.Folder), KeyRingFolder = Path.Combine(at.Folder, "other") };

        Assert.Equal(Restore.DatabaseExists, Refused(Restore.Run(at.Installation, file, "right")));
        Assert.Equal(Restore.WrongPassphrase, Refused(Restore.Run(elsewhere, file, "wrong")));
        Assert.False(File.Exists(elsewhere.Database.File));
        Assert.Equal(Restore.NoBackup, Refused(Restore.Run(elsewhere, at.Write("x.zip", "no zip"), "right")));
    }

    [Fact]
    public void A_backup_of_postgres_comes_back_into_an_empty_database_with_its_key_ring()
    {
        Assert.SkipWhen(PostgresPrograms.Find() is null, "PostgreSQL is not installed (on Debian: apt-get install postgresql)");
        using var at = ClosedTown(Engine.Postgres);
        Directory.CreateDirectory(at.Installation.KeyRingFolder);
        File.WriteAllText(Path.Combine(at.Installation.KeyRingFolder, "key-1.xml"), "<key>hemlig</key>");
        var file = Path.Combine(at.Folder, "town.backup");
        Assert.True(BackUp.Run(at.Installation, file, "lösen", _ => { }).TryGet(out _, out _));
        var elsewhere = at.Installation with { Database = Database.At(PostgresServer.NewDatabase(), at.Folder), KeyRingFolder = Path.Combine(at.Folder, "other keys") };

        Assert.Equal(Restore.WrongPassphrase, Refused(Restore.Run(elsewhere, file, "fel")));
        Assert.Equal(Restore.DatabaseExists, Refused(Restore.Run(at.Installation, file, "lösen")));
        Assert.Equal(Restore.OtherEngine, Refused(Restore.Run(elsewhere with { Database = Database.At("Data Source=new.db", at.Folder) }, file, "lösen")));
        Assert.True(elsewhere.Database.HoldsNothing());
        Assert.True(Restore.Run(elsewhere, file, "lösen").TryGet(out _, out _));

        Assert.False(elsewhere.Database.HoldsNothing());
        var verified = VerifyMonths.Run(elsewhere);
        Assert.True(verified.Holds);
        Assert.Equal(VerifyMonths.Run(at.Installation).Months.Select(m => m.Month.Head), verified.Months.Select(m => m.Month.Head));
        Assert.Equal("<key>hemlig</key>", File.ReadAllText(Path.Combine(elsewhere.KeyRingFolder, "key-1.xml")));
        Assert.True(ChargeMonth.Run(elsewhere, Month.Next).TryGet(out _, out _));
    }

    [Fact]
    public void A_sqlite_installation_moves_to_postgres_whole_and_is_proved_there()
    {
        using var at = ClosedTown(Engine.Sqlite);
        var target = PostgresServer.NewDatabase();

        Assert.True(CopyDatabase.Run(at.Installation, target, _ => { }).TryGet(out var proved, out _));

        Assert.Equal(VerifyMonths.Run(at.Installation).Months.Select(m => m.Month.Head), proved.Months.Select(m => m.Month.Head));
        var moved = at.Installation with { Database = Database.At(target, "/") };
        var here = at.Database.Open();
        using var there = moved.Database.Open();
        foreach (var table in (string[])["organisations", "cost_codes", "assets", "contract_lines", "line_versions", "line_segments", "charges", "history", "change_sets"])
            Assert.Equal(here.Number($"select count(*) from {table}"), there.Number($"select count(*) from {table}"));
        here.Dispose();
        // The copy goes on living: new ids follow the copied ones, and the next month is the same in both.
        var next = Month.Next;
        Assert.True(ChargeMonth.Run(at.Installation, next).TryGet(out var original, out _));
        Assert.True(ChargeMonth.Run(moved, next).TryGet(out var copied, out _));
        Assert.Equal(original.Total, copied.Total);
        Assert.Equal(CopyDatabase.TargetIsNotEmpty, Refused(CopyDatabase.Run(at.Installation, target, _ => { })));
    }

    private static TestInstallation ClosedTown(Engine engine)
    {
        var at = TestInstallation.On(engine);
        at.Furnish();
        at.Import("assets", Fleet.AssetHeader + "T1,S1,PC,2024-01-01,1.00,,,,,in_use,\nT2,S2,PC,2024-01-01,1.00,,,,,in_use,Åäö\n");
        at.Import("contracts", Fleet.ContractHeader + "C1,T1,U1,K1,2026-03-10,,262.50\nC2,T2,U2,K2,2024-01-01,,95.00\n");
        Assert.True(CloseMonth.Run(at.Installation, Month).TryGet(out _, out _));
        return at;
    }

    private static string? Refused<T>(Outcome<T> outcome)
        where T : class => outcome.TryGet(out _, out var refusal) ? null : refusal.Code;
}
