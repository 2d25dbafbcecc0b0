using Assets.Core.Access;
using Assets.Data.Storage;
using Assets.Web.Security;

namespace Assets.Web.Api;

/// <param name="Last">Ask next with <c>after</c> = this. It moves on also where nothing was for the caller.</param>
/// <param name="More">Further changes are there already: ask again at once.</param>
public sealed record ChangesView(IReadOnlyList<RecordedChange> Items, long Last, bool More);

/// <summary>What has happened, in the order in which it was written down, without a gap.</summary>
internal static class ChangesApi
{
    public static void Map(IEndpointRouteBuilder api) => api.MapGet("/changes", Read).WithSummary("What was changed after an entry of the history, strictly in order");

    [Needs(
        Permission.ViewRegister, Permission.ViewContracts, Permission.ViewOrders, Permission.ViewNetwork, Permission.ViewMonths, Permission.ViewUsers, Permission.ViewPurchases, Permission.ViewStocktakes)]
    private static Answer<ChangesView> Read(Caller caller, long? after, string? subject, int? limit)
    {
        if (after < 0) return ApiProblem.Field("after", "0 or the number of an entry.");
        Subject? only = null;
        if (subject is not null)
        {
            if (!Enum.TryParse<Subject>(subject.Replace("_", "", StringComparison.Ordinal), ignoreCase: true, out var named) || !Enum.IsDefined(named) || char.IsAsciiDigit(subject[0])) return ApiProblem.Field("subject", "One of the subjects that changes have.");
            only = named;
        }
        var page = ChangeFeed.Read(caller.Database, caller.Viewer, new ChangeQuery(after ?? 0, Paging.Size(limit), only, caller.Today));
        return new ChangesView(page.Items, page.Last, page.More);
    }
}
