using Assets.Core.Values;

namespace Assets.Core.Rentals;

public static partial class LineTimeline
{
    /// <summary>
    /// Returned: the day itself is not charged. What was planned for later in the same period goes, with the fee of the end that it had;
    /// a period after a gap stays. A return on the delivery day leaves nothing to charge.
    /// </summary>
    /// <param name="fee">For an early return, from <see cref="Chargeback.CapitalValue.UnpaidCapital"/>; zero where it is waived.</param>
    public static Outcome<LineSnapshot> ReturnOn(LineSnapshot line, DateOnly day, Money fee = default) => End(line, day, Components.EarlyReturn, fee);

    /// <summary>Lost or broken: as a return, with book value and handling fee charged on the day.</summary>
    public static Outcome<LineSnapshot> LoseOn(LineSnapshot line, DateOnly day, Money fee) => End(line, day, Components.LossFee, fee);

    /// <summary>
    /// The line's last period ends later than it did, or no longer ends: a return that was wrongly dated, a lease prolonged, a lost
    /// machine that was found. The fee of that end is taken back: 12,250.00 for a loss on 10 April is then not charged.
    /// </summary>
    public static Outcome<LineSnapshot> ProlongTo(LineSnapshot line, DateOnly? until)
    {
        if (line.Segments.IsEmpty) return new Refusal(LineRefusals.OutsidePeriod, until is { } wanted ? Text(wanted) : "");
        var last = line.Segments[^1];
        if (last.Period.Until == until) return new Refusal(LineRefusals.Unchanged, "");
        if (last.Period.Until is not { } end || until < end) return new Refusal(LineRefusals.OutsidePeriod, Text(last.Period.From));
        var segments = line.Segments.ToList();
        segments[^1] = last with { Period = new Period(last.Period.From, until) };
        return line with { Segments = [.. segments], OneOffs = Without(line.OneOffs, fee => fee.Day == end) };
    }

    private static Outcome<LineSnapshot> End(LineSnapshot line, DateOnly day, string feeComponent, Money fee)
    {
        if (fee < Money.Zero) return new Refusal(LineRefusals.NegativeAmount, fee.ToString());
        if (!LineRules.InRange(fee)) return new Refusal(LineRefusals.AmountOutOfRange, fee.ToString());
        if (!Locate(line, day).TryGet(out var holder, out var refusal)) return refusal;

        var kept = new List<Segment>(line.Segments.Count);
        DateOnly? goneUntil = null;
        foreach (var segment in line.Segments)
        {
            if (segment == holder)
            {
                if (segment.Period.From < day) kept.Add(segment with { Period = new Period(segment.Period.From, day) });
                goneUntil = segment.Period.Until;
            }
            else if (goneUntil is not null && segment.Period.From == goneUntil)
            {
                goneUntil = segment.Period.Until;
            }
            else
            {
                kept.Add(segment);
            }
        }
        // A fee belongs to the end that it was charged at: an end on another day has its own, or none.
        var ended = line with { Segments = [.. kept], OneOffs = Without(line.OneOffs, gone => gone.Day > day && !(gone.Day > goneUntil)) };
        return fee == Money.Zero ? ended : Charged(ended, new OneOff(day, feeComponent, fee, holder.UnitCode, holder.CostCode, holder.AssetTag));
    }

    private static EquatableArray<OneOff> Without(EquatableArray<OneOff> oneOffs, Func<OneOff, bool> gone)
    {
        var kept = new List<OneOff>(oneOffs.Count);
        foreach (var oneOff in oneOffs)
        {
            if (!gone(oneOff)) kept.Add(oneOff);
        }
        return [.. kept];
    }

    private static Outcome<LineSnapshot> Charged(LineSnapshot line, OneOff oneOff)
    {
        var oneOffs = line.OneOffs.ToList();
        if (oneOffs.Exists(other => other.Day == oneOff.Day && other.Component == oneOff.Component)) return new Refusal(LineRefusals.FeeTwice, Text(oneOff.Day));
        var at = oneOffs.FindIndex(other => other.Day > oneOff.Day);
        oneOffs.Insert(at < 0 ? oneOffs.Count : at, oneOff);
        return line with { OneOffs = [.. oneOffs] };
    }
}
