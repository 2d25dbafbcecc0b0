using Assets.Core.Access;
using Assets.Core.Organisations;
using Assets.Core.Values;
using Assets.Data.Inventory;
using Assets.Data.Organisations;
using Assets.Web.Security;

namespace Assets.Web.Api;

/// <param name="Lines">Contract lines that run today here and below; none where the caller does not see contracts.</param>
public sealed record OrganisationView(int Id, string Code, string Name, OrganisationKind Kind, int? ParentId, string? OrgNumber, long? Lines, Money? MonthlyRent);

/// <summary>What other resources refer to: organisations with cost codes, models, sites, suppliers; and the one search.</summary>
internal static class RegisterApi
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/organisations", Organisations).WithSummary("The tree within reach, each below its parent");
        api.MapGet("/organisations/{id:int}", Organisation).WithSummary("One organisation");
        api.MapGet("/organisations/{id:int}/cost-codes", CostCodes).WithSummary("The cost codes of one organisation");
        api.MapGet("/models", Models).WithSummary("Models of assets");
        api.MapGet("/sites", Sites).WithSummary("Sites");
        api.MapGet("/suppliers", Suppliers).WithSummary("Suppliers");
        api.MapGet("/search", Search).WithSummary("Anything by tag, serial, person, address, order or contract line");
    }

    /// <summary>Whether a unit that is named by its code lies within reach.</summary>
    public static bool Covers(OrganisationOverview organisations, Data.Access.Reach reach, string code) =>
        reach.IsEverywhere || organisations.Tree(reach).Any(node => string.Equals(node.Code, code.Trim(), StringComparison.OrdinalIgnoreCase));

    [Needs(Permission.ViewRegister)]
    private static Answer<Listed<OrganisationView>> Organisations(Caller caller, OrganisationOverview organisations, string? cursor, int? limit)
    {
        if (!Paging.TryPlace(cursor, out var after)) return Paging.BadCursor;
        var nodes = organisations.TreeWithRents(caller.Reach(Permission.ViewRegister));
        var places = new Dictionary<int, string>(nodes.Count);
        foreach (var node in nodes) places[node.Id] = $"{(node.ParentId is { } parent ? places.GetValueOrDefault(parent) : null)}{node.Name}\u0001{node.Id:D10}\u0002"; // below its parent, by name
        return Paging.Page(nodes.Select(node => View(caller, node)), after, Paging.Size(limit), view => places[view.Id]);
    }

    [Needs(Permission.ViewRegister)]
    private static Answer<OrganisationView> Organisation(Caller caller, OrganisationOverview organisations, int id) =>
        Find(caller, organisations, id) is { } node ? View(caller, node) : ApiProblem.NotFound;

    [Needs(Permission.ViewRegister)]
    private static Answer<Listed<CostCodeFacts>> CostCodes(Caller caller, OrganisationOverview organisations, int id) =>
        caller.Reach(Permission.ViewRegister).Covers(id) && organisations.LineageOf(id) is not null ? new Listed<CostCodeFacts>(organisations.CostCodes(id)) : ApiProblem.NotFound;

    [Needs(Permission.ViewRegister)]
    private static Answer<Listed<ModelListItem>> Models(Caller caller, string? cursor, int? limit) => Paging.TryPlace(cursor, out var after)
        ? Paging.Page(ModelList.Read(caller.Database), after, Paging.Size(limit), model => $"{(int)model.Kind:D4} {Keys.Fold(model.Code)}")
        : Paging.BadCursor;

    [Needs(Permission.ViewRegister)]
    private static Answer<Listed<NamedCode>> Sites(Caller caller, string? cursor, int? limit) => Named(NamedPlaces.Sites(caller.Database), cursor, limit);

    [Needs(Permission.ViewRegister)]
    private static Answer<Listed<NamedCode>> Suppliers(Caller caller, string? cursor, int? limit) => Named(NamedPlaces.Suppliers(caller.Database), cursor, limit);

    private static Answer<Listed<NamedCode>> Named(IReadOnlyList<NamedCode> all, string? cursor, int? limit) =>
        Paging.TryPlace(cursor, out var after) ? Paging.Page(all, after, Paging.Size(limit), one => $"{one.Name}\u0001{one.Code}") : Paging.BadCursor;

    [Needs(Permission.ViewRegister)]
    private static Answer<Listed<Found>> Search(Caller caller, FindAnything everything, string q) => new Listed<Found>(everything.Read(caller.Viewer, AssetsApi.Short(q)));

    private static OrganisationNode? Find(Caller caller, OrganisationOverview organisations, int id) =>
        organisations.TreeWithRents(caller.Reach(Permission.ViewRegister)).FirstOrDefault(node => node.Id == id);

    // What a unit rents is for those who may see contracts of that unit.
    private static OrganisationView View(Caller caller, OrganisationNode node)
    {
        var sees = caller.Reach(Permission.ViewContracts).Covers(node.Id);
        return new OrganisationView(node.Id, node.Code, node.Name, node.Kind, node.ParentId, node.OrgNumber, sees ? node.Lines : null, sees ? node.MonthlyRent : null);
    }
}
