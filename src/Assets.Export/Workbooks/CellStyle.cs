namespace Assets.Export.Workbooks;

/// <summary>The dresses of a cell; the number is its place in the style part, so the order here and in <see cref="Stylesheet"/> is one.</summary>
public enum CellStyle : byte
{
    General,
    Text,

    /// <summary>Text that begins like a formula: the mark keeps it text when somebody edits the cell.</summary>
    QuotedText,
    Integer,
    Money,
    Date,
    Month,
    Header,

    /// <summary>Over numbers and dates in a table: at the right end the filter arrow would cover it.</summary>
    HeaderInMiddle,
    HeaderOfNumbers,
    Title,
    Label,
    Warning,
    TotalText,
    TotalInteger,
    TotalMoney,

    /// <summary>The verdict of a check, under the numbers that it is about.</summary>
    Verdict,
}
