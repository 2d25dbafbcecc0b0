using System.Globalization;
using Assets.Support;
using Xunit;

namespace Assets.House.Tests.Commands;

/// <summary>The last line of tools/test is what continuous integration believes: nothing that went wrong may be missing from it.</summary>
public sealed class Tally : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Passed_failed_and_skipped_are_summed_over_the_projects()
    {
        Results("A", exit: 1, total: 5, executed: 4, passed: 3, """<UnitTestResult testName="A.Fails" outcome="Failed"><Output><ErrorInfo><Message>1 &lt; 0</Message></ErrorInfo></Output></UnitTestResult>""");
        Results("B", exit: 0, total: 7, executed: 5, passed: 5, """<UnitTestResult testName="B.Waits" outcome="NotExecuted"><Output><StdOut>no browser</StdOut></Output></UnitTestResult>""");

        var (exit, output) = Sum("A", "B");

        Assert.Equal(1, exit);
        Assert.EndsWith("\n8 passed, 1 failed, 3 skipped", output, StringComparison.Ordinal);
        Assert.Contains("FAILED   A.Fails\n         1 < 0\n", output, StringComparison.Ordinal);
        Assert.Contains("skipped  B.Waits\n         because no browser\n", output, StringComparison.Ordinal);
    }

    [Fact]
    public void All_passed_is_exit_0_and_the_sum_alone()
    {
        Results("A", exit: 0, total: 2, executed: 2, passed: 2);

        Assert.Equal((0, "2 passed, 0 failed, 0 skipped"), Sum("A"));
    }

    [Fact]
    public void A_project_that_left_no_results_counts_as_one_failure()
    {
        Results("A", exit: 0, total: 2, executed: 2, passed: 2);
        File.WriteAllText(folder["Crashed.exit"], "139\n");

        var (exit, output) = Sum("A", "Crashed", "NeverRun");

        Assert.Equal(1, exit);
        Assert.EndsWith("2 passed, 2 failed, 0 skipped", output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_cut_off_in_the_middle_is_no_result()
    {
        File.WriteAllText(folder["A.trx"], """<TestRun><Results><UnitTestResult testName="A.B" outcome="Passed" />""");
        File.WriteAllText(folder["A.exit"], "0\n");

        Assert.EndsWith("0 passed, 1 failed, 0 skipped", Sum("A").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_runner_that_ends_badly_after_its_tests_passed_counts_as_one_failure()
    {
        Results("A", exit: 3, total: 2, executed: 2, passed: 2);

        Assert.EndsWith("2 passed, 1 failed, 0 skipped", Sum("A").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_project_without_a_test_counts_as_one_failure()
    {
        Results("A", exit: 0, total: 0, executed: 0, passed: 0);

        Assert.EndsWith("0 passed, 1 failed, 0 skipped", Sum("A").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_failure_that_only_the_counters_know_is_counted()
    {
        Results("A", exit: 1, total: 3, executed: 3, passed: 1);

        Assert.EndsWith("1 passed, 2 failed, 0 skipped", Sum("A").Output, StringComparison.Ordinal);
    }

    private (int Exit, string Output) Sum(params string[] projects) => Shell.Run("node", ["tools/lib/tally.mjs", folder.Path, .. projects]);

    private void Results(string project, int exit, int total, int executed, int passed, string rows = "")
    {
        File.WriteAllText(folder[$"{project}.exit"], exit.ToString(CultureInfo.InvariantCulture));
        File.WriteAllText(folder[$"{project}.trx"], string.Create(
            CultureInfo.InvariantCulture,
            $"""<TestRun><Results>{rows}</Results><ResultSummary><Counters total="{total}" executed="{executed}" passed="{passed}" failed="{executed - passed}" /></ResultSummary></TestRun>"""));
    }
}
