using Assets.Core.Rentals;
using Assets.Core.Values;
using Assets.Data.Organisations;

namespace Assets.Data.Rentals;

/// <summary>The line's code is the order where nothing else is asked for; rows of the same value come as they were registered.</summary>
public enum LineSort
{
    Line = 0,

    /// <summary>The name of the unit that pays.</summary>
    Payer = 1,
    Start = 2,

    /// <summary>Until further notice is after every day.</summary>
    End = 3,

    /// <summary>What the stretch cost a month when it began: what is past its term costs less today, and no index could follow that.</summary>
    Rent = 4,
}

/// <summary>Whether any stretch of the line holds today, or none yet.</summary>
public enum LineRuns
{
    Whichever = 0,
    Now = 1,
    NotNow = 2,
    Later = 3,
}

/// <summary>What a person asks the list of contract lines for; all of it is of the stretch that the row shows.</summary>
/// <param name="Term">The beginning of a line's code or of an asset's tag.</param>
/// <param name="Unit">A unit that pays, and everything below it: by its code, or by its name where only one has it; so is the cost code, by its code alone.</param>
/// <param name="Customer">Who is charged for the unit.</param>
/// <param name="EndsBefore">The last day lies before this one.</param>
/// <param name="Cursor">The row that the page starts after, or ends before.</param>
public sealed record LineQuery(
    string Term = "",
    string? Unit = null,
    string? Customer = null,
    string? CostCode = null,
    DateOnly? EndsBefore = null,
    LineRuns Runs = LineRuns.Whichever,
    LineSort Sort = LineSort.Line,
    bool Descending = false,
    LineCursor? Cursor = null,
    int PageSize = 50);

/// <summary>A contract line with the last stretch of its timeline that lies within reach. One that was given back on its first day ends on the day it began.</summary>
/// <param name="Customer">Who is charged for the unit today.</param>
/// <param name="Unit">Empty of a line that was never anybody's.</param>
/// <param name="Until">The first day not charged; none until further notice.</param>
/// <param name="Model">Of the asset.</param>
/// <param name="Method">Of a calculated rent; none of a fixed one.</param>
/// <param name="UserUnit">Who has the asset today, where the line has not ended; in a part of the organisation only where that is theirs to see.</param>
public sealed record LineListItem(
    long Id, string Code, string ContractNumber, string Customer, string Unit, string? CostCode, long? AssetId, string? AssetTag, DateOnly From, DateOnly? Until, int Quantity, Money MonthlyRent,
    string? Model, Method? Method, string? UserUnit, string? UserAccount)
{
    /// <summary>Given back on its first day: no day is charged.</summary>
    public bool HasNoDays => Until == From;
}

/// <param name="Total">How many match: exact up to <see cref="LineList.CountedTo"/>, and one more when there are more.</param>
public sealed record LineListPage(IReadOnlyList<LineListItem> Items, int Total, LineCursor? Next, LineCursor? Previous)
{
    public bool TotalIsExact => Total <= LineList.CountedTo;

    /// <summary>Who is charged for the units within reach, by name: to narrow the list by.</summary>
    public IReadOnlyList<NamedCode> Customers { get; init; } = [];
}
