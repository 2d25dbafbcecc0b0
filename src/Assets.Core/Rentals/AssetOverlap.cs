using System.Globalization;
using Assets.Core.Values;

namespace Assets.Core.Rentals;

/// <summary>An asset is rented by one line at a time.</summary>
public static class AssetOverlap
{
    /// <summary>
    /// Refuses a line that would charge for an asset on days when another line does: its detail names the other line and the first
    /// such day. A line that begins on the day another was returned does not overlap it.
    /// </summary>
    /// <param name="others">The lines that have had any of the same assets; lines of other assets do no harm.</param>
    public static Refusal? Find(LineSnapshot line, IEnumerable<LineSnapshot> others)
    {
        foreach (var other in others)
        {
            if (string.Equals(other.LineCode, line.LineCode, StringComparison.OrdinalIgnoreCase)) continue; // its own earlier version
            foreach (var mine in line.Segments)
            {
                if (mine.AssetTag is null) continue;
                foreach (var theirs in other.Segments)
                {
                    if (!string.Equals(mine.AssetTag, theirs.AssetTag, StringComparison.OrdinalIgnoreCase) || !mine.Period.Overlaps(theirs.Period)) continue;
                    var day = mine.Period.Intersect(theirs.Period).From.ToString("O", CultureInfo.InvariantCulture);
                    return new Refusal(LineRefusals.Overlap, $"{other.LineCode} {day}");
                }
            }
        }
        return null;
    }
}
