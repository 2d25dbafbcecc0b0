using System.Collections.Concurrent;
using Assets.Core.Access;
using Assets.Data.Access;
using Assets.Data.Storage;
using Assets.Operations.Rentals;
using Assets.Core.Rentals;
using Assets.Support;
using Xunit;

namespace Assets.Operations.Tests.Storage;

public sealed class ChangeFeedTests
{
    private const int Writers = 6;
    private const int Each = 25;

    [Theory]
    [OnBoth]
    public async Task A_reader_misses_nothing_while_many_write_and_some_take_it_back(Engine engine)
    {
        using var town = TestInstallation.On(engine);
        var viewer = Reader(town);
        using var done = new CancellationTokenSource();
        var read = new ConcurrentQueue<long>();
        var reading = Task.Run(() =>
        {
            var after = 0L;
            while (true)
            {
                var isLast = done.IsCancellationRequested;
                var page = ChangeFeed.Read(town.Database, viewer, new ChangeQuery(after, 3, null, new DateOnly(2026, 11, 22)));
                foreach (var change in page.Items.Where(change => change.Subject == Subject.InterestRate)) read.Enqueue(change.Id); // not that the reader was given his role
                Assert.True(page.Last >= after);
                after = page.Last;
                if (isLast && !page.More) return;
            }
        });

        Parallel.For(0, Writers, writer =>
        {
            for (var i = 0; i < Each; i++)
            {
                // Every third is rolled back, as a refusal does it: on PostgreSQL it leaves a hole in the numbers.
                using var writing = Writing.Begin(town.Database);
                var act = writing.AddChangeSet(town.Clock.Now, $"writer {writer}", "set interest", null, null);
                History.Add(writing, act, Subject.InterestRate, (writer * 1_000) + i, new DateOnly(2026, 1, 1), null, """{"percent":"2.5"}""");
                Thread.Yield();
                if (i % 3 != 2) writing.Commit();
            }
        });
        await done.CancelAsync();
        await reading;

        using var connection = town.Database.Open();
        Assert.Equal(connection.Rows("select id from history where subject = 12 order by id", r => r.GetInt64(0)), read);
    }

    [Theory]
    [OnBoth]
    public void A_limit_a_subject_and_a_reader_without_rights_are_heeded(Engine engine)
    {
        using var town = TestInstallation.On(engine);
        Assert.True(SetInterest.Run(town.Installation, new InterestRow(new DateOnly(2025, 1, 1), 2.5m)).IsDone);
        Assert.True(SetInterest.Run(town.Installation, new InterestRow(new DateOnly(2026, 1, 1), 2.25m)).IsDone);
        var viewer = Reader(town);

        var first = ChangeFeed.Read(town.Database, viewer, new ChangeQuery(0, 1, Subject.InterestRate, default));
        Assert.Single(first.Items);
        Assert.True(first.More);
        Assert.Equal("2.25", ChangeFeed.Read(town.Database, viewer, new ChangeQuery(first.Last, 10, Subject.InterestRate, default)).Items[0].Fields![0].After);
        Assert.Empty(ChangeFeed.Read(town.Database, viewer, new ChangeQuery(0, 10, Subject.Device, default)).Items);
        var nobody = ChangeFeed.Read(town.Database, viewer.Narrowed(town.Database, [], null), new ChangeQuery(0, 10, Subject.InterestRate, default));
        Assert.Empty(nobody.Items);
        Assert.False(nobody.More);
    }

    private static Viewer Reader(TestInstallation town)
    {
        new Account("rut", "Rut", "correct horse battery", "sv", [new Appointed(Role.Auditor)]).Create(town.Database, town.Clock, "test");
        using var connection = town.Database.Open();
        return Viewer.Load(town.Database, (int)connection.Number("select id from users where user_name = 'rut'"))!;
    }
}
