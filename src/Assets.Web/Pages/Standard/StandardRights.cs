using Assets.Core.Access;
using Assets.Core.Standard;
using Assets.Data.Access;
using Assets.Data.Standard;

namespace Assets.Web.Pages.Standard;

/// <summary>The standard is one for all: a right in a part of the organisation neither changes nor decides it.</summary>
internal static class StandardRights
{
    public static bool MayEditStandard(this Viewer viewer) => viewer.Reach(Permission.EditStandard).IsEverywhere;

    public static bool MayDecideStandard(this Viewer viewer) => viewer.Reach(Permission.DecideStandard).IsEverywhere;

    /// <summary>A draft is for those who write, decide or check it; what is proposed or decided is for everybody.</summary>
    public static bool Sees(this Viewer viewer, EditionListItem edition) => viewer.Sees(edition.State);

    public static bool Sees(this Viewer viewer, EditionState state) => state != EditionState.Draft || viewer.Reach(Permission.ViewDrafts).IsEverywhere;

    /// <summary>Whose units somebody sees the effect of: all for those who write, decide or check, the own ones for those who see what they pay.</summary>
    public static Reach EffectReach(this Viewer viewer) =>
        viewer.Reach(Permission.ViewDrafts).IsEverywhere ? Reach.Everywhere : viewer.Reach(Permission.ViewOwnCosts);

    public static bool SeesEffect(this Viewer viewer) => !viewer.EffectReach().IsNowhere;
}
