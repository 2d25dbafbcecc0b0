using Assets.Core.Standard;

namespace Assets.Web.Pages.Standard;

public static class EditionBadge
{
    public static string Of(EditionStanding standing) => standing switch
    {
        EditionStanding.InForce => "badge bg-green-lt",
        EditionStanding.Coming => "badge bg-blue-lt",
        EditionStanding.Proposed => "badge bg-orange-lt",
        EditionStanding.Draft => "badge bg-yellow-lt",
        _ => "badge bg-secondary-lt",
    };
}
