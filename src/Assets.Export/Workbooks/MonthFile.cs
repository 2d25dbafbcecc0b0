using System.Security.Cryptography;
using System.Text;
using Assets.Core.Values;

namespace Assets.Export.Workbooks;

/// <summary>The names of a month's files: <c>2026-05-all.xlsx</c>, <c>2026-05-200-14.xlsx</c>, <c>2026-05-control.xlsx</c>.</summary>
public static class MonthFile
{
    private const string AllName = "all";
    private const string ControlName = "control";

    // A name may take 255 bytes on common file systems; month, mark, extension and ".part" need the rest.
    private const int MostBytes = 180;

    public static string All(BillingMonth month, string extension) => $"{month}-{AllName}.{extension}";

    public static string Control(BillingMonth month, string extension) => $"{month}-{ControlName}.{extension}";

    /// <summary>
    /// The name of one customer's file. A code that no file system would take, or that would take the name of another file, is
    /// mended and marked with a part of its hash, so that two codes never share a file: <c>A/B</c> gives <c>2026-05-A_B~998d3ed8.xlsx</c>.
    /// </summary>
    public static string Customer(BillingMonth month, string orgCode, string extension)
    {
        var safe = Safe(orgCode);
        // File systems that ignore case, and ours that does not, must come to the same answer.
        var taken = safe.Equals(AllName, StringComparison.OrdinalIgnoreCase) || safe.Equals(ControlName, StringComparison.OrdinalIgnoreCase);
        if (safe != orgCode || taken) safe = $"{safe}~{Mark(orgCode)}";
        return $"{month}-{safe}.{extension}";
    }

    private static string Safe(string orgCode)
    {
        var safe = new StringBuilder();
        var bytes = 0;
        foreach (var rune in orgCode.EnumerateRunes())
        {
            var allowed = Rune.IsLetterOrDigit(rune) || rune.Value is '-' or '_' or '.';
            bytes += allowed ? rune.Utf8SequenceLength : 1;
            if (bytes > MostBytes) break;
            if (allowed) safe.Append(rune);
            else safe.Append('_');
        }
        return safe.Length == 0 ? "_" : safe.ToString().Normalize(NormalizationForm.FormC);
    }

    private static string Mark(string orgCode) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(orgCode)).AsSpan(0, 4));
}
