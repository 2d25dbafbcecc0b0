using Assets.Core.Access;
using Assets.Data.Access;
using Assets.Data.Storage;

namespace Assets.Web.Pages.Shared;

/// <summary>The views of one list: to open, to remove, and to save what it shows now.</summary>
/// <param name="Query">What stands after the question mark of the list's address as it is shown, without the place in it.</param>
public sealed record ListViews(NamedList List, string Query, IReadOnlyList<SavedView> Views)
{
    public string Word => NamedLists.Vocabulary.Word(List);

    public static ListViews Of(Database database, Viewer viewer, NamedList list, string address) => new(list, QueryOf(address), SavedViews.Of(database, viewer.Id, list));

    /// <summary>Of <c>/assets?q=x</c> it is <c>q=x</c>.</summary>
    public static string QueryOf(string address) => address.IndexOf('?', StringComparison.Ordinal) is var at and >= 0 ? address[(at + 1)..] : "";
}
