using System.Globalization;
using Assets.Core.Values;

namespace Assets.Core.Rentals;

/// <summary>
/// What can happen to a contract line, as pure verbs: the snapshot as it becomes, or a refusal. A change holds from its day on, through
/// later changes of other things, until the same thing changes again or the line has a gap: a move back-dated to 1 May does not undo
/// the move of 1 June, and does not touch the price that rose on 15 May. Touching stretches that have become alike are joined, so that
/// the same facts have one form whatever order they became known in.
/// </summary>
public static partial class LineTimeline
{
    /// <summary>A new line from its delivery day, which is charged, until further notice or up to an end that is not.</summary>
    public static Outcome<LineSnapshot> Start(string lineCode, Segment segment)
    {
        if (Refused(segment) is { } refusal) return refusal;
        return new LineSnapshot(lineCode, [segment], []);
    }

    /// <summary>
    /// The line goes on after a gap, or again from the day it ended, on terms of its own. Where the same asset goes on from that very
    /// day it was neither lost nor given back, and the fee of the end is taken back.
    /// </summary>
    public static Outcome<LineSnapshot> Resume(LineSnapshot line, Segment segment)
    {
        if (Refused(segment) is { } refusal) return refusal;
        foreach (var other in line.Segments)
        {
            if (other.Period.Overlaps(segment.Period)) return new Refusal(LineRefusals.Overlap, Text(other.Period.From));
        }
        return line with
        {
            Segments = Joined([.. line.Segments, segment]),
            OneOffs = Without(line.OneOffs, fee => fee.AssetTag == segment.AssetTag && segment.Period.Contains(fee.Day)),
        };
    }

    /// <summary>
    /// To another unit, another cost code, or both. The day itself is the new holder's. They are two things: A with the code 11 that gets the
    /// code 12 on 1 January and is moved to C from 15 December is C's from then on, with 11 until the year's end and with 12 after it.
    /// </summary>
    public static Outcome<LineSnapshot> MoveTo(LineSnapshot line, string unitCode, string costCode, DateOnly day)
    {
        if (unitCode.Length == 0) return new Refusal(LineRefusals.MissingUnit, "");
        if (!Locate(line, day).TryGet(out var held, out var refusal)) return refusal;
        var moved = line;
        if (held.UnitCode != unitCode) moved = ChangeFrom(moved, day, (a, b) => a.UnitCode == b.UnitCode, segment => segment with { UnitCode = unitCode });
        if (held.CostCode != costCode) moved = ChangeFrom(moved, day, (a, b) => a.CostCode == b.CostCode, segment => segment with { CostCode = costCode });
        return moved == line ? new Refusal(LineRefusals.Unchanged, Text(day)) : moved;
    }

    /// <summary>
    /// The same for good, as a move of many lines is meant: refused where some later stretch would still have another payer than the new
    /// one, since nobody looks at each line's plans. A line that goes from A to B on 1 September is not moved to C from 1 July.
    /// </summary>
    /// <param name="unitCode">None: each stretch keeps its own; so with the cost code.</param>
    public static Outcome<LineSnapshot> MoveForGood(LineSnapshot line, string? unitCode, string? costCode, DateOnly day)
    {
        if (!Locate(line, day).TryGet(out var held, out var refusal)) return refusal;
        var outcome = MoveTo(line, unitCode ?? held.UnitCode, costCode ?? held.CostCode, day);
        if (!outcome.TryGet(out var moved, out refusal) && refusal.Code != LineRefusals.Unchanged) return refusal;
        foreach (var segment in (moved ?? line).Segments)
        {
            if (segment.Period.From > day && (segment.UnitCode != (unitCode ?? segment.UnitCode) || segment.CostCode != (costCode ?? segment.CostCode)))
                return new Refusal(LineRefusals.MovesLater, Text(segment.Period.From));
        }
        return outcome;
    }

    /// <summary>Another asset behind the line, or none. Price and holder stay: a dearer asset is a change of price beside it.</summary>
    public static Outcome<LineSnapshot> Swap(LineSnapshot line, string? assetTag, DateOnly day)
    {
        if (assetTag is { Length: 0 }) throw new ArgumentException("No asset is null, not an empty tag.", nameof(assetTag));
        if (assetTag is not null && line.Segments.Any(segment => segment.Quantity != 1 && segment.Period.Contains(day)))
            return new Refusal(LineRefusals.QuantityOfAsset, assetTag);
        return Change(line, day, (a, b) => a.AssetTag == b.AssetTag && a.Quantity == b.Quantity, segment => segment with { AssetTag = assetTag });
    }

    public static Outcome<LineSnapshot> ChangePrice(LineSnapshot line, Price price, DateOnly day) =>
        Change(line, day, (a, b) => a.Price == b.Price, segment => segment with { Price = price });

    public static Outcome<LineSnapshot> ChangeQuantity(LineSnapshot line, int quantity, DateOnly day)
    {
        if (quantity is < 1 or > LineRules.GreatestQuantity)
            return new Refusal(LineRefusals.QuantityOutOfRange, quantity.ToString(CultureInfo.InvariantCulture));
        if (quantity != 1 && line.Segments.Any(segment => segment.AssetTag is not null && segment.Period.Contains(day)))
            return new Refusal(LineRefusals.QuantityOfAsset, "");
        return Change(line, day, (a, b) => a.Quantity == b.Quantity && a.AssetTag == b.AssetTag, segment => segment with { Quantity = quantity });
    }

    private static Outcome<LineSnapshot> Change(LineSnapshot line, DateOnly day, Func<Segment, Segment, bool> alike, Func<Segment, Segment> change)
    {
        if (!Locate(line, day).TryGet(out _, out var refusal)) return refusal;
        var changed = ChangeFrom(line, day, alike, change);
        return changed == line ? new Refusal(LineRefusals.Unchanged, Text(day)) : changed;
    }

    // The day is one of the line's.
    private static LineSnapshot ChangeFrom(LineSnapshot line, DateOnly day, Func<Segment, Segment, bool> alike, Func<Segment, Segment> change)
    {
        var start = Locate(line, day).Value;
        var segments = new List<Segment>(line.Segments.Count + 1);
        Segment? previous = null;
        var reaches = false;
        foreach (var segment in line.Segments)
        {
            if (segment == start)
            {
                reaches = true;
                if (segment.Period.From < day) segments.Add(segment with { Period = new Period(segment.Period.From, day) });
                segments.Add(change(segment) with { Period = new Period(day, segment.Period.Until) });
            }
            else
            {
                reaches = reaches && previous is not null && previous.Period.Until == segment.Period.From && alike(segment, start);
                segments.Add(reaches ? change(segment) : segment);
            }
            previous = segment;
        }
        return line with { Segments = Joined(segments) };
    }

    /// <summary>The stretch that holds on a day: what a line of 10 March until further notice is on 20 May. Refused before the line's first day, after its last and in a gap.</summary>
    public static Outcome<Segment> Locate(LineSnapshot line, DateOnly day)
    {
        foreach (var segment in line.Segments)
        {
            if (segment.Period.Contains(day)) return segment;
        }
        var before = !line.Segments.IsEmpty && day < line.Segments[0].Period.From;
        return new Refusal(before ? LineRefusals.BeforeStart : LineRefusals.OutsidePeriod, Text(day));
    }

    private static Refusal? Refused(Segment segment)
    {
        if (segment.Period.IsEmpty) return new Refusal(LineRefusals.EmptyPeriod, Text(segment.Period.From));
        if (segment.UnitCode.Length == 0) return new Refusal(LineRefusals.MissingUnit, "");
        if (segment.Quantity is < 1 or > LineRules.GreatestQuantity)
            return new Refusal(LineRefusals.QuantityOutOfRange, segment.Quantity.ToString(CultureInfo.InvariantCulture));
        return segment.AssetTag is not null && segment.Quantity != 1 ? new Refusal(LineRefusals.QuantityOfAsset, segment.AssetTag) : null;
    }

    private static EquatableArray<Segment> Joined(List<Segment> segments)
    {
        segments.Sort((a, b) => a.Period.From.CompareTo(b.Period.From));
        var joined = new List<Segment>(segments.Count);
        foreach (var segment in segments)
        {
            if (joined.Count > 0 && joined[^1] is var last && last.Period.Until == segment.Period.From && segment with { Period = last.Period } == last)
                joined[^1] = last with { Period = new Period(last.Period.From, segment.Period.Until) };
            else
                joined.Add(segment);
        }
        return [.. joined];
    }

    private static string Text(DateOnly day) => day.ToString("O", CultureInfo.InvariantCulture);
}
