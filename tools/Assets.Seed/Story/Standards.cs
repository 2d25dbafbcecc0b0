using System.Globalization;
using Assets.Core.Standard;
using Assets.Operations;
using Assets.Operations.Standard;
using Assets.Seed.Town;

namespace Assets.Seed.Story;

/// <summary>The standard: an edition when the register was taken over, the next one from the year's beginning, and a draft for the year to come.</summary>
internal static class Standards
{
    public static void Tell(Plot plot)
    {
        var settings = plot.Settings;
        var (first, taken) = (settings.Opening.AddDays(2), settings.Opening.AddDays(1));
        plot.Add(taken.At(10), Staff.Architect, Write(StandardContent.First));
        plot.Add(taken.At(15), Staff.Council, Decide(1, 14, taken, first));

        var january = settings.Months.Append(settings.OpenMonth).First(month => month.Month == 1);
        var (planned, earliest) = (january.Previous.Workday(10), settings.Opening.AddDays(4));
        var decided = planned > earliest ? planned : earliest;
        plot.Add(decided.AddDays(-1).At(11), Staff.Architect, Write(StandardContent.Second));
        plot.Add(decided.At(14), Staff.Council, Decide(2, 31, decided, january.First));

        plot.Add(settings.LastClosed.Workday(20).At(13), Staff.Architect, installation => Draft(installation, StandardContent.Next));
    }

    private static Action<Installation> Write(Edition content) => installation =>
    {
        var draft = Draft(installation, content);
        ProposeEdition.Run(installation, draft.Number, draft.Version, "Efter genomgång med förvaltningarna").Demand();
    };

    private static EditionChanged Draft(Installation installation, Edition content)
    {
        var draft = DraftEdition.Run(installation).Demand();
        return ChangeDraft.Run(installation, draft.Number, draft.Version, content, NextYear(installation)).Demand();
    }

    private static DateOnly NextYear(Installation installation) => new(installation.Today.Year + 1, 1, 1);

    private static Action<Installation> Decide(int number, int paragraph, DateOnly decided, DateOnly validFrom) => installation =>
    {
        var decision = new CouncilDecision(decided, string.Create(CultureInfo.InvariantCulture, $"IT-rådet § {paragraph}/{decided.Year}"), validFrom);
        DecideEdition.Run(installation, number, 3, decision).Demand(); // made, written, proposed
    };
}
