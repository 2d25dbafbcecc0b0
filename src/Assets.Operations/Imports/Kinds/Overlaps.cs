namespace Assets.Operations.Imports.Kinds;

/// <summary>A line's days on one asset. Days are day numbers; an open end is the greatest number.</summary>
/// <param name="LineId">The line in the database that the row restates, 0 for a new one.</param>
/// <param name="Ordinal">Where the row stands in the file; rows come first come, first served.</param>
internal readonly record struct Stay(long AssetId, int From, int Until, long LineId, int Ordinal);

/// <summary>Finds rows whose days overlap those of another line of the same asset, in the register or further up in the file.</summary>
internal static class Overlaps
{
    /// <param name="rows">The file's rows; sorted here.</param>
    /// <param name="registered">What the register holds of the same assets, restated lines included.</param>
    /// <returns>The ordinals of the rows to reject.</returns>
    public static HashSet<int> Find(List<Stay> rows, IEnumerable<Stay> registered)
    {
        var rejected = new HashSet<int>();
        rows.Sort((a, b) => a.AssetId != b.AssetId ? a.AssetId.CompareTo(b.AssetId) : a.Ordinal.CompareTo(b.Ordinal));
        var restated = rows.Where(r => r.LineId != 0).ToDictionary(r => r.LineId, r => r.Ordinal);
        var byAsset = registered.ToLookup(r => r.AssetId);
        for (var start = 0; start < rows.Count;)
        {
            var end = start;
            while (end < rows.Count && rows[end].AssetId == rows[start].AssetId) end++;
            FindIn(rows, start, end, byAsset[rows[start].AssetId], restated, rejected);
            start = end;
        }
        return rejected;
    }

    private static void FindIn(List<Stay> rows, int start, int end, IEnumerable<Stay> registered, Dictionary<long, int> restated, HashSet<int> rejected)
    {
        var held = registered.ToList();
        if (end - start == 1 && held.Count == 0) return;
        while (true)
        {
            // A line that the file restates gives up its old days, unless that row was itself rejected: then the old days count again.
            var taken = new Timeline();
            foreach (var stay in held)
            {
                if (!restated.TryGetValue(stay.LineId, out var ordinal) || rejected.Contains(ordinal)) taken.Take(stay);
            }
            var again = false;
            for (var i = start; i < end; i++)
            {
                var row = rows[i];
                if (rejected.Contains(row.Ordinal) || taken.Take(row)) continue;
                rejected.Add(row.Ordinal);
                again |= row.LineId != 0;
            }
            if (again) continue;
            LetIn(rows, start, end, held.ToLookup(stay => stay.LineId), taken, rejected);
            return;
        }
    }

    // What only a row stood in the way of that was rejected afterwards comes in after all.
    private static void LetIn(List<Stay> rows, int start, int end, ILookup<long, Stay> held, Timeline taken, HashSet<int> rejected)
    {
        for (var i = start; i < end; i++)
        {
            if (!rejected.Contains(rows[i].Ordinal)) continue;
            foreach (var old in held[rows[i].LineId]) taken.Give(old);
            if (taken.Take(rows[i])) rejected.Remove(rows[i].Ordinal);
            else foreach (var old in held[rows[i].LineId]) taken.Take(old);
        }
    }

    private sealed class Timeline
    {
        private readonly SortedSet<(int From, int Until)> stays = [];

        public bool Take(Stay stay)
        {
            var before = stays.GetViewBetween((0, 0), (stay.Until - 1, int.MaxValue));
            if (before.Max.Until > stay.From) return false; // of an empty view the greatest is (0, 0)
            stays.Add((stay.From, stay.Until));
            return true;
        }

        public void Give(Stay stay) => stays.Remove((stay.From, stay.Until));
    }
}
