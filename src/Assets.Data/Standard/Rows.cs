using Assets.Core.Standard;

namespace Assets.Data.Standard;

/// <summary>An edition of the municipal standard. Once decided it never changes.</summary>
internal sealed class EditionRow
{
    public int Id { get; set; }

    /// <summary>1, 2, 3 …: the name that people use.</summary>
    public int Number { get; set; }
    public EditionState State { get; set; }

    /// <summary>The first day in force. Of decided editions no two have the same.</summary>
    public DateOnly? ValidFrom { get; set; }
    public DateOnly? DecidedOn { get; set; }

    /// <summary>The council's minute, such as <c>§ 12/2026</c>.</summary>
    public string? Minute { get; set; }
    public string? DecidedBy { get; set; }

    /// <summary>Products and rules: <see cref="EditionText"/>.</summary>
    public required string Body { get; set; }

    /// <summary>Counted up by each change of a draft: who saves over a change that he has not seen is told.</summary>
    public int Version { get; set; }
    public long ChangeSetId { get; set; }
}
