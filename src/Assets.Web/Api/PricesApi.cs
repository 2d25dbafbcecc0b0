using Assets.Core.Access;
using Assets.Core.Rentals;
using Assets.Operations.Rentals;
using Assets.Web.Security;

namespace Assets.Web.Api;

/// <param name="PercentPerYear">With at most three decimals: 2.75.</param>
public sealed record InterestDecision(DateOnly From, decimal PercentPerYear, string? Reason = null);

/// <summary>Decides the internal interest; what holds is read with the contract lines that it prices.</summary>
internal static class PricesApi
{
    public static void Map(IEndpointRouteBuilder api) =>
        api.MapPost("/interest-rates", Set).WithSummary("Decides the interest from a day on; prices that are made keep theirs");

    [Needs(Permission.EditPrices)]
    private static Answer<InterestRow> Set(Caller caller, InterestDecision body) => caller.MayEverywhere(Permission.EditPrices)
        ? SetInterest.Run(caller.Acting, new InterestRow(body.From, body.PercentPerYear), AssetsApi.Some(body.Reason))
        : ApiProblem.NotAllowed;
}
