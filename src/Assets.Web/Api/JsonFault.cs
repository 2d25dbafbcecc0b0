using System.Text.Json;
using System.Text.RegularExpressions;

namespace Assets.Web.Api;

/// <summary>What was wrong with a body, by the names that the caller wrote. What our own types are called is not told.</summary>
internal static partial class JsonFault
{
    private const string Missing = "missing required";
    private const string Unknown = "could not be mapped";

    public static ApiProblem Of(JsonException fault)
    {
        var place = fault.Path is null or "$" ? "" : fault.Path.TrimStart('$').TrimStart('.');
        if (fault.Message.Contains(Missing, StringComparison.Ordinal)) return ApiProblem.Field(Below(place, After(fault.Message, "including")), "It has to be there.");
        if (fault.Message.Contains(Unknown, StringComparison.Ordinal)) return ApiProblem.Field(place.Length > 0 ? place : After(fault.Message, "property"), "There is no such field.");
        var ours = fault.Message.Contains("Assets.", StringComparison.Ordinal) || fault.Message.Contains("System.", StringComparison.Ordinal);
        return ApiProblem.Field(place.Length > 0 ? place : "body", ours ? "The value is not of the kind that is asked for." : fault.Message.Split(" Path:")[0]);
    }

    private static string Below(string place, string name) => place.Length == 0 ? name : $"{place}.{name}";

    private static string After(string message, string word) =>
        Quoted().Match(message[Math.Max(0, message.IndexOf(word, StringComparison.Ordinal))..]) is { Success: true } quoted ? quoted.Groups["name"].Value : "body";

    [GeneratedRegex("'(?<name>[a-z0-9_]+)'", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Quoted();
}
