namespace Assets.Operations.Imports;

/// <summary>The codes under which an import finds something. The report and the command line say them in English, the web in the reader's language.</summary>
public static class ImportFaults
{
    public const string FileGone = "file_gone";
    public const string FileUnreadable = "file_unreadable";
    public const string NoWorkbook = "no_workbook";
    public const string NoSheet = "no_sheet";
    public const string WorkbookDamaged = "workbook_damaged";
    public const string FileEmpty = "file_empty";
    public const string HeaderUnreadable = "header_unreadable";
    public const string HeaderTwice = "header_twice";
    public const string HeaderLacks = "header_lacks";
    public const string TreeBroken = "tree_broken";
    public const string NoYaml = "no_yaml";
    public const string ZipDamaged = "zip_damaged";
    public const string ZipTooMany = "zip_too_many";
    public const string ZipTooLarge = "zip_too_large";

    /// <summary>What keeps a whole file out.</summary>
    public static IReadOnlyList<string> OfFiles { get; } =
    [
        FileGone, FileUnreadable, NoWorkbook, NoSheet, WorkbookDamaged, FileEmpty, HeaderUnreadable, HeaderTwice, HeaderLacks, TreeBroken, NoYaml, ZipDamaged, ZipTooMany, ZipTooLarge,
    ];

    /// <summary>What is found in a row: an error, which keeps it out, or a warning.</summary>
    public static IReadOnlyList<string> OfRows { get; } =
    [
        "unterminated_quote", "text_after_quote", "cell_error", "yaml_invalid", "wrong_encoding", "lone_surrogate", "header_repeated", "too_few_fields", "too_many_fields", "unknown_column",
        "missing", "field_too_long", "nul_character", "control_character", "formula", "invisible_character", "doubly_encoded",
        "amount_missing", "amount_negative", "amount_format", "amount_decimals", "amount_range", "number_format", "height_format", "date_format", "date_impossible", "date_range",
        "duplicate_key", "duplicate_tag", "duplicate_serial", "duplicate_line", "serial_of_another_tag", "unknown_state", "unknown_kind", "unknown_connection", "coordinate",
        "unknown_unit", "unknown_municipality", "unknown_model", "unknown_supplier", "unknown_site", "unknown_cost_code", "unknown_asset", "unknown_parent", "wrong_parent",
        "organisation_cycle", "parent_ended", "units_go_on", "lines_go_on", "org_number_missing", "org_number_invalid", "end_before_start", "warranty_before_purchase", "personal_number",
        "overlap", "missing_code", "cost_code_of_another_unit", "changed_in_product",
    ];
}
