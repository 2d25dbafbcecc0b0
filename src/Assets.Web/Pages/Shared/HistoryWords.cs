using Assets.Web.Pages.Inventory;
using Assets.Web.Resources;

namespace Assets.Web.Pages.Shared;

/// <summary>What the history keeps as files write it, in the reader's words.</summary>
public static class HistoryWords
{
    /// <summary>What was done: <c>move line</c> as people say it. An import names its kind after it, which its file says too.</summary>
    public static string Verb(Words words, string verb) => verb.StartsWith("import ", StringComparison.Ordinal) ? words.Known("verb", "import") : words.Known("verb", verb.Replace(' ', '-'));

    /// <summary>A field's name; one that stands after a code, as in <c>KONTOR purchase_price</c>, keeps the code before it.</summary>
    public static string Field(Words words, string field)
    {
        var space = field.LastIndexOf(' ');
        return space < 0 ? words.Known("field", field) : $"{field[..space]} · {words.Known("field", field[(space + 1)..])}";
    }

    public static string Value(Words words, string field, string? value) => (field, value) switch
    {
        (_, null or "") => words["history.empty"],
        ("state", _) => words.Known("state", value),
        ("kind", _) => RecordForm.Kind(words, value),
        ("connection", _) => words.Known("connection", value),
        ("edition_state", _) => words.Known("edition", value),
        _ => value,
    };
}
