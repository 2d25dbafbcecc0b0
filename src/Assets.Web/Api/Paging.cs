using System.Buffers.Text;
using System.Globalization;
using System.Text;
using Assets.Core.Values;
using Microsoft.AspNetCore.WebUtilities;

namespace Assets.Web.Api;

internal interface IPaged
{
    /// <summary>The cursor of the next page; none on the last.</summary>
    string? Next { get; }
}

/// <summary>A stretch of a list.</summary>
/// <param name="Next">What to ask for as <c>cursor</c> to go on; none on the last page. The <c>Link</c> header holds the whole address.</param>
public sealed record Listed<T>(IReadOnlyList<T> Items, string? Next = null) : IPaged;

/// <summary>Lists go on after the last row that was seen, whatever was added or taken away meanwhile.</summary>
internal static class Paging
{
    public const int Usual = 50;
    public const int Most = 200;

    public static int Size(int? limit) => Math.Clamp(limit ?? Usual, 1, Most);

    /// <summary>What a list goes on after, as letters that an address may hold. What it says is nobody's business and may change.</summary>
    public static string? Cursor(string? place) => place is null ? null : Base64Url.EncodeToString(Encoding.UTF8.GetBytes(place));

    /// <summary>False for what no list of ours has given.</summary>
    public static bool TryPlace(string? cursor, out string? place)
    {
        place = null;
        if (string.IsNullOrEmpty(cursor)) return true;
        if (cursor.Length > 2_000 || !Base64Url.IsValid(cursor)) return false;
        place = Encoding.UTF8.GetString(Base64Url.DecodeFromChars(cursor));
        return !place.Contains('\0', StringComparison.Ordinal);
    }

    public static bool TryNumber(string? cursor, out int? number)
    {
        number = null;
        if (!TryPlace(cursor, out var place)) return false;
        if (place is null) return true;
        var isNumber = int.TryParse(place, CultureInfo.InvariantCulture, out var parsed);
        number = parsed;
        return isNumber;
    }

    /// <summary>The instant after which, counted backwards, a list of events goes on.</summary>
    public static bool TryInstant(string? cursor, out DateTimeOffset? at)
    {
        at = null;
        if (!TryPlace(cursor, out var place)) return false;
        if (place is null) return true;
        var isInstant = DateTimeOffset.TryParseExact(place, "O", CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var parsed);
        at = parsed;
        return isInstant;
    }

    /// <summary>A page of a list of which one row more was read than the page holds, so that it is known whether there is more.</summary>
    /// <param name="place">What the next page goes on after.</param>
    public static Listed<T> Page<T>(IReadOnlyList<T> found, int size, Func<T, string> place) =>
        found.Count > size ? new Listed<T>([.. found.Take(size)], Cursor(place(found[size - 1]))) : new Listed<T>(found);

    /// <summary>A page of a list that is read whole, since there are some hundreds.</summary>
    /// <param name="place">By its texts the list is in order, code point by code point, and no two rows have the same.</param>
    public static Listed<T> Page<T>(IEnumerable<T> all, string? after, int size, Func<T, string> place) =>
        Page([.. all.Where(item => after is null || CodePointOrder.Instance.Compare(place(item), after) > 0).Take(size + 1)], size, place);

    public static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);

    public static ApiProblem BadCursor { get; } = ApiProblem.Field("cursor", "This is no cursor of this list.");

    public static string Link(HttpRequest request, string next)
    {
        var asked = request.Query.Where(part => part.Key != "cursor").Append(KeyValuePair.Create("cursor", new Microsoft.Extensions.Primitives.StringValues(next)));
        return $"<{QueryHelpers.AddQueryString(request.Path, asked)}>; rel=\"next\"";
    }
}
