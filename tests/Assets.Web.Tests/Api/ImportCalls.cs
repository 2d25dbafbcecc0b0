using Assets.Data.Storage;
using Assets.Web.Tests.Values;
using Xunit;

namespace Assets.Web.Tests.Api;

/// <summary>What a program is told of trials and imports, also of those that were broken off.</summary>
public sealed class ImportCalls
{
    private const string Sites = "site_code,name,municipality_code,postcode\nNY1,Nya vägen 1,100,786 46\n";

    [Fact]
    public async Task A_trial_that_was_broken_off_is_not_applied_but_refused_and_nothing_more_is_begun()
    {
        await using var site = await ExampleSite.Start(Example.Full());
        using var program = Calling.By(site, "anna");
        var trial = await Ended(program, await program.Post("imports/sites", Sites, ("Content-Type", "text/csv")));
        BreakOff(site, trial);

        var refused = await program.Post($"imports/{trial}/apply");
        var listed = (await program.Get("imports")).Items;

        Assert.Equal((409, "trial_broken_off"), (refused.Status, refused.Code));
        Assert.Contains("Pröva filen igen", refused.Json!["detail"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Equal([(trial, "interrupted", true)], listed.Select(task => (task!["id"]!.GetValue<int>(), task["state"]!.GetValue<string>(), task["dry_run"]!.GetValue<bool>())));
        Assert.Equal("0", site.Example.Scalar("select count(*) from sites where code = 'NY1'"));
    }

    [Fact]
    public async Task A_trial_says_that_it_is_one_its_import_that_it_is_none_and_an_import_that_was_broken_off_is_done_once_more()
    {
        await using var site = await ExampleSite.Start(Example.Full());
        using var program = Calling.By(site, "anna");

        var begun = await program.Post("imports/sites", Sites, ("Content-Type", "text/csv"));
        var trial = await Ended(program, begun);
        var applied = await program.Post($"imports/{trial}/apply");
        var import = await Ended(program, applied);
        BreakOff(site, import);
        var again = await program.Post($"imports/{import}/apply");
        await Ended(program, again);

        Assert.Equal((202, true), (begun.Status, begun.Json!["dry_run"]!.GetValue<bool>()));
        Assert.Equal((202, false), (applied.Status, applied.Json!["dry_run"]!.GetValue<bool>()));
        Assert.Equal((202, false), (again.Status, again.Json!["dry_run"]!.GetValue<bool>()));
        Assert.NotEqual(import, again.Json!["id"]!.GetValue<int>());
        Assert.Equal("1", site.Example.Scalar("select count(*) from sites where code = 'NY1'"));
    }

    // As the next start leaves what a killed program was doing.
    private static void BreakOff(ExampleSite site, int task) => site.Example.Change($"update tasks set state = {(int)TaskState.Interrupted}, result = null where id = {task}");

    private static async Task<int> Ended(Calling program, Answered begun)
    {
        var id = begun.Json!["id"]!.GetValue<int>();
        for (var asked = 0; asked < 600; asked++)
        {
            var state = (await program.Get($"tasks/{id}")).Json!["state"]!.GetValue<string>();
            if (state is not ("waiting" or "running")) return state == "done" ? id : throw new InvalidOperationException($"Task {id} is {state}.");
            await Task.Delay(100);
        }
        throw new TimeoutException($"Task {id} never ended.");
    }
}
