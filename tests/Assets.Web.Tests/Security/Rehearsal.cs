using System.Net;
using Assets.Operations.Ledger;
using Assets.Operations.Monitoring;
using Assets.Operations.Storage;
using Assets.Support;
using Assets.Web.Tests.Values;
using Xunit;

namespace Assets.Web.Tests.Security;

/// <summary>What docs/operations.md promises of backups, done as somebody would on the day that it is needed.</summary>
public sealed class Rehearsal
{
    [Fact]
    public async Task A_backup_taken_while_people_work_comes_back_elsewhere_with_sign_in_closed_months_and_secrets()
    {
        using var shelf = new TemporaryFolder();
        await using var site = await ExampleSite.Start(Example.Full());
        var installation = site.Example.Installation;
        _ = SnmpRanges.Keep(installation, CommunityKeys.Open(installation), "10.20.0.0/22", "läsord").Value;
        using var anna = await Visitor.SignedIn(site, "anna");
        var working = Task.Run(async () =>
        {
            for (var i = 0; i < 20; i++) (await anna.Post("/profile", "/profile", ("language", i % 2 == 0 ? "en" : "sv"))).Dispose();
        }, TestContext.Current.CancellationToken);

        _ = BackUp.Run(installation, shelf["night.backup"], "på ett säkert ställe", _ => { }).Value;
        await working;

        await using var restored = await ExampleSite.Start(Example.Restored(shelf["night.backup"], "på ett säkert ställe"));
        using var again = await Visitor.SignedIn(restored, "anna");
        using var months = await again.Get("/months");
        Assert.Equal(HttpStatusCode.OK, months.StatusCode);
        var there = restored.Example.Installation;
        Assert.True(VerifyMonths.Run(there).Holds);
        Assert.Equal(VerifyMonths.Run(installation).Months.Select(m => m.Month.Head), VerifyMonths.Run(there).Months.Select(m => m.Month.Head));
        Assert.Equal("läsord", Assert.Single(SnmpRanges.Open(there, CommunityKeys.Open(there))).Community);
        Assert.NotEqual(installation.KeyRingFolder, there.KeyRingFolder);
    }
}
