using Assets.Core.Inventory;
using Assets.Core.Rentals;
using Assets.Core.Standard;
using Assets.Core.Values;
using Assets.Operations.Standard;

namespace Assets.Operations.Tests.Standard;

/// <summary>A small edition that can be proposed, and the verbs that bring it to its decision.</summary>
internal static class AnyEdition
{
    public static Product Office { get; } = new(
        "office", ProductKind.Workplace, new Bilingual("Kontor", "Office"), new Bilingual("Handläggare", "Case workers"), "device-laptop", Method.A, Money.FromKronor(12_000m),
        Money.Zero, [new Term(48)], Money.FromKronor(95m), [new Part(PartKind.Equipment, new Bilingual("Dator", "Computer"), AssetKind.Pc, [], 1, Money.Zero)], []);

    public static Product Port { get; } = new(
        "port", ProductKind.Device, new Bilingual("Nätanslutning", "Network port"), new Bilingual("Alla", "Everybody"), "network", Method.A, Money.Zero,
        Money.Zero, [new Term(48)], Money.FromKronor(60m), [], []);

    public static RentRules Rules { get; } = new(48, 30, true, Money.FromKronor(500m), Money.FromKronor(50m), 5, 10, new Bilingual("Text", "Text"));

    public static Edition Of(params Product[] products) => new([.. products], Rules);

    public static EditionChanged Proposed(Installation installation, Edition content)
    {
        var draft = DraftEdition.Run(installation).Value;
        var changed = ChangeDraft.Run(installation, draft.Number, draft.Version, content, new DateOnly(2027, 1, 1)).Value;
        return ProposeEdition.Run(installation, draft.Number, changed.Version).Value;
    }

    public static EditionChanged Decided(Installation installation, Edition content, DateOnly validFrom)
    {
        var proposal = Proposed(installation, content);
        return DecideEdition.Run(installation, proposal.Number, proposal.Version, new CouncilDecision(validFrom < installation.Today ? validFrom : installation.Today, "§ 1", validFrom)).Value;
    }
}
