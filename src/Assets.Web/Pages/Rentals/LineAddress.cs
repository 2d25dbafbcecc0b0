using System.Globalization;
using Assets.Data.Access;
using Assets.Data.Rentals;
using Assets.Operations.Storage;
using Assets.Web.Api;
using Microsoft.AspNetCore.WebUtilities;

namespace Assets.Web.Pages.Rentals;

/// <summary>What an address of the list of contract lines asks for. What it cannot mean is left out.</summary>
internal static class LineAddress
{
    private const int LongestTerm = 100;

    public static LineQuery Read(string address)
    {
        var parts = QueryHelpers.ParseQuery(address.Contains('?', StringComparison.Ordinal) ? address[address.IndexOf('?', StringComparison.Ordinal)..] : "");
        return Read(name => parts.TryGetValue(name, out var value) ? value.ToString() : null);
    }

    public static LineQuery Read(Func<string, string?> part)
    {
        string? Some(string name) => part(name)?.Trim() is { Length: > 0 } text ? text[..Math.Min(text.Length, LongestTerm)] : null;
        var ordered = TrySort(Some("sort"), out var sort, out var descending);
        return new LineQuery(
            Some("q") ?? "", Some("unit"), Some("customer"), Some("code"),
            DateOnly.TryParseExact(Some("ends"), "O", CultureInfo.InvariantCulture, DateTimeStyles.None, out var ends) ? ends : null,
            LineRunsWord.Of(Some("runs")) ?? LineRuns.Whichever, sort, ordered && descending);
    }

    /// <summary>All lines of a list, a page at a time.</summary>
    public static IEnumerable<LineListItem> AllRows(LineList lines, Reach reach, LineQuery query)
    {
        var asked = query with { PageSize = ListFile.PageSize };
        return ListFile.AllRows<LineListItem, LineCursor?>(null, at =>
        {
            var page = lines.Read(reach, asked with { Cursor = at });
            return (page.Items, page.Next);
        });
    }

    /// <summary><c>start</c>, or <c>-start</c> the other way round; none: by the line's code.</summary>
    public static bool TrySort(string? text, out LineSort sort, out bool descending)
    {
        sort = LineSort.Line;
        descending = text?.StartsWith('-') == true;
        return string.IsNullOrEmpty(text) || (text.All(sign => sign == '-' || char.IsAsciiLetter(sign)) && Enum.TryParse(text.TrimStart('-'), ignoreCase: true, out sort) && Enum.IsDefined(sort));
    }
}
