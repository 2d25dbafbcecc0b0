using Assets.Core.Ordering;

namespace Assets.Core.Tests.Ordering;

public sealed class OrderFlowTests
{
    // Rows: from. Columns: steps. What stands there are the states that the step may lead to; "." none.
    private const string Table = """
        from                submitted                  approved                     rejected  architect_approved          accepted   delivered            confirmed            cancelled            changed    commented
        basket              awaiting_approval,accepted .                            .         .                           .          .                    .                    cancelled            .          .
        awaiting_approval   .                          accepted,awaiting_architect  rejected  .                           .          .                    .                    cancelled            basket     awaiting_approval
        awaiting_architect  .                          .                            rejected  accepted,awaiting_approval  .          .                    .                    cancelled            basket     awaiting_architect
        accepted            .                          .                            .         .                           preparing  preparing,delivered  .                    cancelled            accepted   accepted
        preparing           .                          .                            .         .                           .          preparing,delivered  preparing            cancelled,delivered  preparing  preparing
        delivered           .                          .                            .         .                           .          delivered            delivered,confirmed  .                    .          delivered
        confirmed           .                          .                            .         .                           .          confirmed            .                    .                    .          confirmed
        rejected            .                          .                            .         .                           .          .                    .                    .                    basket     rejected
        cancelled           .                          .                            .         .                           .          .                    .                    .                    .          cancelled
        """;

    public static TheoryData<string, string, string> Cells()
    {
        var rows = Table.Split('\n').Select(row => row.Split(' ', StringSplitOptions.RemoveEmptyEntries)).ToList();
        var cells = new TheoryData<string, string, string>();
        foreach (var row in rows.Skip(1))
        {
            for (var i = 1; i < rows[0].Length; i++) cells.Add(row[0], rows[0][i], row[i]);
        }
        return cells;
    }

    [Fact]
    public void Every_state_has_a_row() => Assert.Equal(90, Cells().Count);

    [Theory]
    [MemberData(nameof(Cells))]
    public void A_step_leads_where_the_table_says(string from, string step, string ends)
    {
        Assert.True(OrderStates.Vocabulary.TryParse(from, out var state));
        Assert.True(OrderStates.Steps.TryParse(step, out var taken));
        var wanted = ends == "." ? [] : ends.Split(',');
        Assert.Equal(
            wanted.Order(StringComparer.Ordinal),
            Enum.GetValues<OrderState>().Where(to => OrderFlow.May(state, taken, to)).Select(OrderStates.Vocabulary.Word).Order(StringComparer.Ordinal));
        Assert.Equal(wanted.Length > 0, OrderFlow.May(state, taken));
    }

    [Fact]
    public void No_transition_stands_twice() => Assert.Equal(OrderFlow.Transitions.Count, OrderFlow.Transitions.Distinct().Count());

    [Fact]
    public void Every_state_is_reached_from_a_basket_and_what_is_done_with_stays_so()
    {
        var reached = new HashSet<OrderState> { OrderState.Basket };
        while (OrderFlow.Transitions.Any(one => reached.Contains(one.From) && reached.Add(one.To)))
        {
            // one more state a round
        }
        Assert.Equal(Enum.GetValues<OrderState>().Length, reached.Count);
        Assert.All(
            OrderFlow.Transitions.Where(one => one.From is OrderState.Confirmed or OrderState.Cancelled),
            one => Assert.Equal(one.From, one.To));
    }
}
