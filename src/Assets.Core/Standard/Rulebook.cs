namespace Assets.Core.Standard;

/// <summary>
/// The printed rulebook (<c>regelverk</c>) in one language, laid out as headings, texts and tables but not yet drawn: the page and the
/// PDF are both made from it, so that neither can say something else.
/// </summary>
/// <param name="Facts">What stands below the title: the decision, the first day.</param>
/// <param name="PageOf">The foot of a page, with <c>{0}</c> for its number and <c>{1}</c> for how many there are.</param>
/// <param name="Language"><c>sv</c> or <c>en</c>.</param>
public sealed record Rulebook(string Title, IReadOnlyList<string> Facts, string PageOf, string Language, IReadOnlyList<RulebookSection> Sections);

public sealed record RulebookSection(string Heading, IReadOnlyList<RulebookBlock> Blocks);

public abstract record RulebookBlock;

/// <summary>A heading within a section.</summary>
public sealed record RulebookHeading(string Text) : RulebookBlock;

public sealed record RulebookText(string Text) : RulebookBlock;

public sealed record RulebookList(IReadOnlyList<string> Items) : RulebookBlock;

/// <summary>A table; the first <paramref name="TextColumns"/> columns hold text, the others figures, which end at the right.</summary>
public sealed record RulebookTable(IReadOnlyList<string> Heads, int TextColumns, IReadOnlyList<IReadOnlyList<string>> Rows) : RulebookBlock;
