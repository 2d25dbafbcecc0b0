using Assets.Core.Values;

namespace Assets.Operations.Inventory;

/// <summary>A record as it was registered.</summary>
/// <param name="Changed">False where it was so already.</param>
public sealed record RegisteredRecord(int Id, string Code, bool Changed);

/// <summary>Something wrong with a field, by the names that files use and with the code that an import finds it under.</summary>
public sealed record FieldFault(string Field, string Code);

/// <summary>Why a record is not registered or changed.</summary>
public static class RegisterRefusals
{
    /// <summary>What is typed cannot be. Detail: <see cref="Faults"/> reads it.</summary>
    public const string FieldFaults = "register_faults";

    /// <summary>Another record has the code. Detail: the code.</summary>
    public const string CodeTaken = "register_code_taken";

    /// <summary>Somebody else was faster. Detail: the code.</summary>
    public const string ChangedMeanwhile = "register_changed_meanwhile";

    /// <summary>Detail: the number asked for.</summary>
    public const string UnknownRecord = "register_unknown_record";

    public static IReadOnlyList<string> All { get; } = [FieldFaults, CodeTaken, ChangedMeanwhile, UnknownRecord];

    /// <summary>The codes of faults that a typed record may have; the same as those of a row of a file.</summary>
    public static IReadOnlyList<string> FaultCodes { get; } =
    [
        "missing", "field_too_long", "nul_character", "control_character", "unknown_kind", "org_number_missing", "org_number_invalid", "unknown_unit", "unknown_municipality",
        "unknown_connection", "coordinate", "end_before_start", "amount_missing", "amount_negative", "amount_format", "amount_decimals", "amount_range", "number_format",
        "date_format", "date_impossible", "date_range", "unknown_parent", "wrong_parent", "organisation_cycle", "parent_ended", "units_go_on", "lines_go_on",
    ];

    /// <summary>The fields that were refused, in the order of a file's columns; none for another refusal.</summary>
    public static IReadOnlyList<FieldFault> Faults(Refusal refusal) => refusal.Code != FieldFaults ? [] :
        [.. refusal.Detail.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(pair => pair.Split(':', 2)).Select(pair => new FieldFault(pair[0], pair[1]))];
}
