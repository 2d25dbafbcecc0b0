using Assets.Data.Storage;
using Assets.Seed.Loading;
using Assets.Support;
using Assets.Operations.Tests.Imports;
using Xunit;

namespace Assets.Operations.Tests.Demo;

public sealed class DemoLoadTests
{
    [Theory]
    [OnBoth]
    public void The_demo_is_loaded_once_with_users_whose_passwords_are_kept_beside_the_keys(Engine engine)
    {
        using var at = Fresh(engine);
        if (at.Database.File is { } file)
        {
            // What a load that was cut off by force has left is begun anew.
            File.WriteAllText(file + ".demo", "half a database");
            File.WriteAllText(file + ".demo-wal", "and its log");
        }

        var first = DemoLoad.Run(at.Installation, SmallDemo.Settings, null, _ => { }, TestContext.Current.CancellationToken);
        var passwords = DemoLoad.Accounts(at.Installation);
        var second = DemoLoad.Run(at.Installation, SmallDemo.Settings, null, _ => { }, TestContext.Current.CancellationToken);

        Assert.Equal(new DemoLoaded(true, null), first);
        Assert.Equal(new DemoLoaded(false, null), second);
        Assert.True(DemoLoad.IsLoaded(at.Installation));
        Assert.Equal(SmallDemo.On(Engine.Sqlite).Heads(), at.Heads());
        Assert.Equal(passwords, DemoLoad.Accounts(at.Installation));
        Assert.All(passwords, entry => Assert.True(entry.Password!.Length >= 12));
        Assert.Equal(DemoAccount.All.Select(account => account.Name).Order(), at.Column("select user_name from users").Order());
        Assert.DoesNotContain(at.Column("select password_hash from users"), hash => passwords.Any(entry => hash.Contains(entry.Password!, StringComparison.Ordinal)));
        if (at.Database.File is not null) Assert.Empty(Directory.GetFiles(Path.GetDirectoryName(at.Database.File)!, "*.demo*"));
    }

    [Theory]
    [OnBoth]
    public void Only_the_owner_may_read_the_passwords(Engine engine)
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("Windows has no modes of files");
            return;
        }
        using var at = TestInstallation.On(engine);

        DemoPasswords.Invent().Write(at.Installation.KeyRingFolder);

        var file = Assert.Single(Directory.GetFiles(at.Installation.KeyRingFolder));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
    }

    [Theory]
    [OnBoth]
    public void A_database_with_data_of_its_own_is_refused_and_left_as_it_is(Engine engine)
    {
        using var at = TestInstallation.On(engine);
        at.Furnish();
        var acts = at.Column("select count(*) from change_sets");

        var loaded = DemoLoad.Run(at.Installation, SmallDemo.Settings, null, _ => { }, TestContext.Current.CancellationToken);

        Assert.Contains("holds data of its own", loaded.Refusal, StringComparison.Ordinal);
        Assert.Equal(acts, at.Column("select count(*) from change_sets"));
    }

    [Fact]
    public void A_load_that_is_stopped_leaves_a_SQLite_database_empty()
    {
        using var at = Fresh(Engine.Sqlite);
        using var stop = new CancellationTokenSource();

        Assert.Throws<OperationCanceledException>(() => DemoLoad.Run(at.Installation, SmallDemo.Settings, null, month => StopIn(month, stop), stop.Token));

        Assert.Equal("0", at.Column("select count(*) from change_sets")[0]);
    }

    [Fact]
    public void On_PostgreSQL_an_interrupted_load_is_told_of()
    {
        using var at = TestInstallation.On(Engine.Postgres);
        using var stop = new CancellationTokenSource();
        Assert.Throws<OperationCanceledException>(() => DemoLoad.Run(at.Installation, SmallDemo.Settings, null, month => StopIn(month, stop), stop.Token));

        var loaded = DemoLoad.Run(at.Installation, SmallDemo.Settings, null, _ => { }, TestContext.Current.CancellationToken);

        Assert.Contains("never finished", loaded.Refusal, StringComparison.Ordinal);
    }

    [Fact]
    public void An_empty_database_that_somebody_has_open_is_not_replaced()
    {
        using var at = TestInstallation.On(Engine.Sqlite);
        using var open = at.Database.Open();
        open.Scalar("select count(*) from assets");

        var loaded = DemoLoad.Run(at.Installation, SmallDemo.Settings, null, _ => { }, TestContext.Current.CancellationToken);

        Assert.Contains("in use by another program", loaded.Refusal, StringComparison.Ordinal);
    }

    // Making the schema has left a connection in the pool, which would hold the file open.
    private static TestInstallation Fresh(Engine engine)
    {
        var at = TestInstallation.On(engine);
        at.Database.CloseIdle();
        return at;
    }

    private static void StopIn(string month, CancellationTokenSource stop)
    {
        if (month == "2025-12") stop.Cancel();
    }
}
