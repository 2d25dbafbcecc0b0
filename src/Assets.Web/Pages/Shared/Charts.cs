using System.Globalization;
using Assets.Core.Values;

namespace Assets.Web.Pages.Shared;

/// <summary>A column a month. Drawn on the server in parts of a hundred, so that it fits any width and needs no script.</summary>
/// <param name="Amount">As the reader writes it, for the text behind the drawing.</param>
public sealed record Column(string Label, string Title, decimal Value, string Amount, string? Address, bool IsSettled, bool IsForecast = false);

public sealed record ColumnChart(string Title, string ValueTitle, IReadOnlyList<Column> Columns)
{
    private decimal Highest => Columns.Count == 0 ? 1 : Math.Max(1, Columns.Max(c => Math.Abs(c.Value)));

    public string Height(Column column) => Part(Math.Abs(column.Value) / Highest * 100);

    public string Top(Column column) => Part(100 - (Math.Abs(column.Value) / Highest * 100));

    public string Left(int index) => Part((index + 0.16m) * 100 / Columns.Count);

    public string Middle(int index) => Part((index + 0.5m) * 100 / Columns.Count);

    public string Width => Part(68m / Math.Max(Columns.Count, 1));

    /// <summary>Of a bar that goes from the middle to the right, or to the left where the amount is below zero.</summary>
    public string HalfWidth(Column column) => Part(Math.Abs(column.Value) / Highest * 50);

    public string FromMiddle(Column column) => Part(50 - (column.Value < 0 ? -column.Value / Highest * 50 : 0));

    internal static string Part(decimal percent) => decimal.Round(percent, 2).ToString(CultureInfo.InvariantCulture) + "%";
}

/// <summary>A step of the way from one month's total to the next.</summary>
public sealed record Step(string Label, Money Amount, Money Before, string? Address = null)
{
    public Money After => Before + Amount;
}

/// <summary>How one total became another, step by step; the steps sum to the difference exactly.</summary>
public sealed record StepChart(string FromLabel, Money From, string ToLabel, Money To, IReadOnlyList<Step> Steps)
{
    private Money Lowest => Steps.SelectMany(s => new[] { s.Before, s.After }).Append(From).Append(To).Min();

    private Money Highest => Steps.SelectMany(s => new[] { s.Before, s.After }).Append(From).Append(To).Max();

    // What all steps have in common is cut off: small changes of a large total would not be seen.
    private decimal Floor => Lowest.Ore - ((Highest.Ore - Lowest.Ore) * 0.08m);

    public string Left(Step step) => Place(Math.Min(step.Before.Ore, step.After.Ore));

    public string Width(Step step) => ColumnChart.Part(Math.Max(0.6m, Scale(Math.Abs(step.Amount.Ore))));

    public string Place(decimal ore) => ColumnChart.Part(Scale(ore - Floor));

    private decimal Scale(decimal ore) => Highest.Ore == Floor ? 0 : ore / (Highest.Ore - Floor) * 100;
}

/// <summary>A share of a whole, as a bar beside its number.</summary>
public sealed record ShareBar(decimal Share, string Kind = "")
{
    public string Width => ColumnChart.Part(Math.Clamp(Share, 0, 1) * 100);
}
