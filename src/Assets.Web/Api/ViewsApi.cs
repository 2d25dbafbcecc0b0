using Assets.Core.Access;
using Assets.Data.Inventory;
using Assets.Operations.Inventory;
using Assets.Web.Security;

namespace Assets.Web.Api;

/// <param name="Query">What stands after the question mark of the list's address: <c>q=latitude&amp;state=in_use</c>.</param>
public sealed record ViewWrite(string Name, string Query, bool Shared = false);

/// <summary>Views of the asset list: one's own, and those that colleagues share.</summary>
internal static class ViewsApi
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/asset-views", List).WithSummary("Saved views of the asset list");
        api.MapPost("/asset-views", Save).WithSummary("Saves a view; one's own of the same name is replaced");
        api.MapDelete("/asset-views/{id:int}", Remove).WithSummary("Removes a view of one's own");
    }

    [Needs(Permission.ViewRegister)]
    private static Answer<Listed<SavedView>> List(Caller caller) => new Listed<SavedView>(SavedViews.Of(caller.Database, caller.Viewer.Id));

    [Needs(Permission.ViewRegister)]
    private static Answer<SavedView> Save(Caller caller, ViewWrite body) => SaveView.Run(caller.Acting, caller.Viewer.Id, body.Name, body.Query.TrimStart('?'), body.Shared)
        ? SavedViews.Of(caller.Database, caller.Viewer.Id).First(view => view.IsMine && view.Name == body.Name.Trim())
        : ApiProblem.Field("name", "1 to 60 characters, and a query of at most 1000.");

    [Needs(Permission.ViewRegister)]
    private static Answer<SavedView> Remove(Caller caller, int id)
    {
        if (SavedViews.Of(caller.Database, caller.Viewer.Id).FirstOrDefault(view => view.IsMine && view.Id == id) is not { } view) return ApiProblem.NotFound;
        SaveView.Remove(caller.Acting, caller.Viewer.Id, id);
        return view;
    }
}
