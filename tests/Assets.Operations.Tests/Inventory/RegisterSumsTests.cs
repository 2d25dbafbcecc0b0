using Assets.Core.Inventory;
using Assets.Data.Access;
using Assets.Data.Inventory;
using Assets.Data.Storage;
using Assets.Operations.Inventory;
using Assets.Operations.Tests.Imports;
using Assets.Support;
using Xunit;

namespace Assets.Operations.Tests.Inventory;

public sealed class RegisterSumsTests
{
    private static readonly TimeZoneInfo Zone = TimeZoneInfo.Utc;

    private static CancellationToken Test => TestContext.Current.CancellationToken;

    [Theory]
    [OnBoth]
    public async Task Sums_are_kept_for_what_was_believed_and_added_up_anew_for_what_is(Engine engine)
    {
        using var at = Register(engine);
        using var sums = new RegisterSums(at.Installation);
        var (then, now) = (Belief.Of(at.Installation.Today.AddDays(-1), null, Zone), Belief.Of(at.Installation.Today, null, Zone));
        var (was, isNow) = (await sums.Of(then, RegisterSight.Everything, Test), await sums.Of(now, RegisterSight.Everything, Test));
        AddAsset(at, "PC9");

        Assert.Same(was, await sums.Of(then, RegisterSight.Everything, Test));
        Assert.Equal((1, 2), (isNow.Whole.Assets, (await sums.Of(now, RegisterSight.Everything, Test)).Whole.Assets));
        Assert.Equal(0, (await sums.Of(now, new RegisterSight(Reach.Nowhere, Reach.Nowhere), Test)).Whole.Assets); // never another's sums
    }

    [Theory]
    [OnBoth]
    public async Task What_was_stamped_before_midnight_and_written_after_it_is_in_the_day_that_has_gone(Engine engine)
    {
        using var at = Register(engine);
        using var sums = new RegisterSums(at.Installation);
        var yesterday = Belief.Of(at.Installation.Today, null, Zone);
        var midnight = new DateTimeOffset(at.Installation.Today.AddDays(1).ToDateTime(TimeOnly.MinValue), TimeSpan.Zero);
        at.Clock.Now = midnight.AddSeconds(10);
        Assert.Equal(1, (await sums.Of(yesterday, RegisterSight.Everything, Test)).Whole.Assets);

        at.Clock.Now = midnight.AddSeconds(-20);
        AddAsset(at, "PC9");
        at.Clock.Now = midnight.AddSeconds(60);

        Assert.Equal(2, (await sums.Of(yesterday, RegisterSight.Everything, Test)).Whole.Assets);
    }

    [Theory]
    [OnBoth]
    public async Task Those_who_ask_for_the_same_at_once_are_given_one_answer(Engine engine)
    {
        using var at = Register(engine);
        using var sums = new RegisterSums(at.Installation);
        var now = Belief.Of(at.Installation.Today, null, Zone);

        var answers = await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => Task.Run(() => sums.Of(now, RegisterSight.Everything, Test))));

        Assert.Single(answers.Distinct());
    }

    [Theory]
    [OnBoth]
    public async Task Who_has_gone_away_is_not_added_up_for_and_stands_in_nobodys_way(Engine engine)
    {
        using var at = Register(engine);
        using var sums = new RegisterSums(at.Installation);
        var now = Belief.Of(at.Installation.Today, null, Zone);
        using var gone = new CancellationTokenSource();
        await gone.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => sums.Of(now, RegisterSight.Everything, gone.Token));
        Assert.ThrowsAny<OperationCanceledException>(() => RegisterAsOf.Sums(at.Installation, now, RegisterSight.Everything, gone.Token));
        Assert.Equal(1, (await sums.Of(now, RegisterSight.Everything, Test)).Whole.Assets);
    }

    private static TestInstallation Register(Engine engine)
    {
        var at = TestInstallation.On(engine);
        at.Furnish();
        AddAsset(at, "PC1");
        return at;
    }

    private static void AddAsset(TestInstallation at, string tag) => at.Import("assets", Fleet.AssetHeader + $"{tag},S-{tag},PC,2026-01-01,9000.00,S1,,L1,,in_stock,\n");
}
