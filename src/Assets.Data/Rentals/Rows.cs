using Assets.Core.Values;

namespace Assets.Data.Rentals;

/// <summary>The rental contract of one customer; its lines are what is rented.</summary>
internal sealed class ContractRow
{
    public int Id { get; set; }
    public required string Number { get; set; }
    public required string NumberKey { get; set; }
    public int CustomerId { get; set; }
    public long ChangeSetId { get; set; }
}

internal sealed class ContractLineRow
{
    public long Id { get; set; }
    public required string Code { get; set; }
    public required string CodeKey { get; set; }
    public int ContractId { get; set; }

    /// <summary>The version of <see cref="LineVersionRow"/> that holds now.</summary>
    public int Version { get; set; }
    public long ChangeSetId { get; set; }

    // The last stretch of the timeline once more, for a list of a million lines that is sorted and narrowed by it. Of a line that was
    // given back on its first day, which has no stretch: what it had, and that day as both ends.
    public DateOnly LastFromOn { get; set; }

    /// <summary>The first day not charged; the last day that there is until further notice, so that it sorts and compares as a day.</summary>
    public DateOnly LastUntilOn { get; set; }
    public int? LastUnitId { get; set; }
    public int? LastCostCodeId { get; set; }
    public long? LastAssetId { get; set; }

    /// <summary>The full-month rent in the stretch's first month.</summary>
    public Money LastRent { get; set; }
}

/// <summary>A contract line as it was known from one change set on, as canonical text. Append-only: the stored input of every month.</summary>
internal sealed class LineVersionRow
{
    public long LineId { get; set; }
    public int Version { get; set; }
    public long ChangeSetId { get; set; }
    public required string Body { get; set; }
}

/// <summary>The current timeline of a line, laid out for look-ups by asset and unit; made anew from each version.</summary>
internal sealed class LineSegmentRow
{
    public long LineId { get; set; }
    public DateOnly FromOn { get; set; }
    public DateOnly? UntilOn { get; set; }
    public int UnitId { get; set; }
    public int? CostCodeId { get; set; }
    public long? AssetId { get; set; }
    public int Quantity { get; set; }

    /// <summary>The full-month rent in the segment's first month, for lists.</summary>
    public Money MonthlyRent { get; set; }

    /// <summary>The product of the municipal standard, or the service, by its code; none for a line that was imported.</summary>
    public string? ProductCode { get; set; }

    /// <summary>The first day after the capital term; none without a capital part.</summary>
    public DateOnly? TermUntil { get; set; }
}

/// <summary>The internal interest from a day on, in thousandths of a percent a year: 2 500 is 2.5 %.</summary>
internal sealed class InterestRateRow
{
    public DateOnly ValidFrom { get; set; }
    public int MilliPercent { get; set; }
    public long ChangeSetId { get; set; }
}
