using Assets.Core.Inventory;

namespace Assets.Core.Tests.Inventory;

public sealed class LifecycleTests
{
    // Rows: from. Columns: to, in the same order. "." may not, "+" may, "?" may with a reason.
    private const string Table = """
                   ordered in_stock in_use in_repair retired disposed lost
        ordered    .       +        +      .         .       ?        .
        in_stock   .       .        +      +         +       .        ?
        in_use     .       +        .      +         +       .        ?
        in_repair  .       +        +      .         +       ?        ?
        retired    .       ?        .      .         .       +        ?
        disposed   .       .        .      .         ?       .        .
        lost       .       ?        .      .         ?       ?        .
        """;

    public static TheoryData<string, string, string> Pairs()
    {
        var rows = Table.Split('\n').Select(row => row.Split(' ', StringSplitOptions.RemoveEmptyEntries)).ToList();
        var pairs = new TheoryData<string, string, string>();
        foreach (var row in rows.Skip(1))
        {
            for (var i = 0; i < rows[0].Length; i++) pairs.Add(row[0], rows[0][i], row[i + 1]);
        }
        return pairs;
    }

    [Fact]
    public void The_table_has_all_49_pairs() => Assert.Equal(49, Pairs().Count);

    [Theory]
    [MemberData(nameof(Pairs))]
    public void An_asset_may_go_from_one_state_to_another_as_the_table_says(string from, string to, string mark)
    {
        Assert.True(AssetStates.Vocabulary.TryParse(from, out var first));
        Assert.True(AssetStates.Vocabulary.TryParse(to, out var second));
        Assert.Equal(mark != ".", Lifecycle.May(first, second));
        Assert.Equal(mark == "?", Lifecycle.NeedsReason(first, second));
        Assert.Equal(mark != ".", Lifecycle.After(first).Contains(second));
    }

    [Fact]
    public void No_step_stands_twice() =>
        Assert.Equal(Lifecycle.Transitions.Count, Lifecycle.Transitions.DistinctBy(step => (step.From, step.To)).Count());

    [Fact]
    public void Every_state_can_be_reached_from_an_order_and_left_again()
    {
        var reached = new HashSet<AssetState> { AssetState.Ordered };
        while (Lifecycle.Transitions.Any(step => reached.Contains(step.From) && reached.Add(step.To)))
        {
            // one more state a round
        }
        Assert.Equal(Enum.GetValues<AssetState>().Length, reached.Count);
        Assert.All(Enum.GetValues<AssetState>(), state => Assert.NotEmpty(Lifecycle.After(state)));
    }
}
