using System.Buffers.Text;
using System.Text;
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
        return true;
    }

    public static bool TryNumber(string? cursor, out int? number)
    {
        number = null;
        if (!TryPlace(cursor, out var place)) return false;
        if (place is null) return true;
        var isNumber = int.TryParse(place, System.Globalization.CultureInfo.InvariantCulture, out var parsed);
        number = parsed;
        return isNumber;
    }

    public static ApiProblem BadCursor { get; } = ApiProblem.Field("cursor", "This is no cursor of this list.");

    public static string Link(HttpRequest request, string next)
    {
        var asked = request.Query.Where(part => part.Key != "cursor").Append(KeyValuePair.Create("cursor", new Microsoft.Extensions.Primitives.StringValues(next)));
        return $"<{QueryHelpers.AddQueryString(request.Path, asked)}>; rel=\"next\"";
    }
}
