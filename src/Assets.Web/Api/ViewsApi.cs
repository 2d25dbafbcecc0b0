using Assets.Core.Access;
using Assets.Data.Access;
using Assets.Operations.Access;
using Assets.Web.Security;

namespace Assets.Web.Api;

/// <param name="Query">What stands after the question mark of the list's address: <c>q=latitude&amp;state=in_use</c>.</param>
public sealed record ViewWrite(string Name, string Query, bool Shared = false);

/// <param name="Query">What stands after the question mark of the list's address: <c>unit=100-10&amp;runs=now</c>.</param>
public sealed record ListViewWrite(NamedList List, string Name, string Query, bool Shared = false);

/// <summary>Views of lists: one's own, and those that colleagues share.</summary>
internal static class ViewsApi
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/views", List).WithSummary("Saved views of a list, or of all that one may open");
        api.MapPost("/views", Save).WithSummary("Saves a view of a list; one's own of the same name is replaced");
        api.MapDelete("/views/{id:int}", Remove).WithSummary("Removes a view of one's own");
        api.MapGet("/asset-views", OfAssets).WithSummary("Saved views of the asset list");
        api.MapPost("/asset-views", SaveOfAssets).WithSummary("Saves a view of the asset list; one's own of the same name is replaced");
        api.MapDelete("/asset-views/{id:int}", RemoveOfAssets).WithSummary("Removes a view of one's own");
    }

    [Needs(Permission.ViewRegister, Permission.ViewContracts, Permission.ViewNetwork, Permission.ViewOrders, Permission.ViewQueue, Permission.ViewPurchases)]
    private static Answer<Listed<SavedView>> List(Caller caller, NamedListWord? list)
    {
        List<NamedList> lists = [.. (list is { } one ? [one.Value] : Enum.GetValues<NamedList>()).Where(known => caller.Viewer.May(NamedLists.Needs(known)))];
        return lists.Count > 0 ? new Listed<SavedView>(SavedViews.Of(caller.Database, caller.Viewer.Id, lists)) : ApiProblem.NotAllowed;
    }

    [Needs(Permission.ViewRegister, Permission.ViewContracts, Permission.ViewNetwork, Permission.ViewOrders, Permission.ViewQueue, Permission.ViewPurchases)]
    private static Answer<SavedView> Save(Caller caller, ListViewWrite body)
    {
        if (!caller.Viewer.May(NamedLists.Needs(body.List))) return ApiProblem.NotAllowed;
        if (SaveView.Run(caller.Acting, caller.Viewer.Id, body.List, body.Name, body.Query.TrimStart('?'), body.Shared).TryGet(out var view, out var refusal)) return view;
        return refusal.Code == SaveView.Unnamed ? ApiProblem.Field("name", "1 to 60 characters, and a query of at most 1000.") : Answer<SavedView>.Of(refusal);
    }

    [Needs(Permission.ViewRegister, Permission.ViewContracts, Permission.ViewNetwork, Permission.ViewOrders, Permission.ViewQueue, Permission.ViewPurchases)]
    private static Answer<SavedView> Remove(Caller caller, int id)
    {
        if (SavedViews.Own(caller.Database, caller.Viewer.Id, id) is not { } view) return ApiProblem.NotFound;
        SaveView.Remove(caller.Acting, caller.Viewer.Id, id);
        return view;
    }

    [Needs(Permission.ViewRegister)]
    private static Answer<Listed<SavedView>> OfAssets(Caller caller) => List(caller, new NamedListWord(NamedList.Assets));

    [Needs(Permission.ViewRegister)]
    private static Answer<SavedView> SaveOfAssets(Caller caller, ViewWrite body) => Save(caller, new ListViewWrite(NamedList.Assets, body.Name, body.Query, body.Shared));

    [Needs(Permission.ViewRegister)]
    private static Answer<SavedView> RemoveOfAssets(Caller caller, int id) => Remove(caller, id);
}
