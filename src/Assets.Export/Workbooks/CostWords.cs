namespace Assets.Export.Workbooks;

/// <summary>The texts of the cost card's workbook. Required members: a language that lacks one does not compile.</summary>
internal sealed record CostWords
{
    public required string Title { get; init; }
    public required string Summary { get; init; }
    public required string Months { get; init; }
    public required string Parts { get; init; }
    public required string Changes { get; init; }
    public required string Lines { get; init; }
    public required string Closed { get; init; }
    public required string Preliminary { get; init; }
    public required string AsOf { get; init; }
    public required string What { get; init; }
    public required string Amount { get; init; }
    public required string Stored { get; init; }
    public required string SumOfParts { get; init; }
    public required string SumOfLines { get; init; }
    public required string SumOfCauses { get; init; }
    public required string Before { get; init; }
    public required string Difference { get; init; }
    public required string Agrees { get; init; }
    public required string Differs { get; init; }
    public required string Line { get; init; }
    public required string AssetTag { get; init; }
    public required string Asset { get; init; }
    public required string User { get; init; }
    public required string UnitCode { get; init; }
    public required string Unit { get; init; }
    public required string CostCode { get; init; }
    public required string Count { get; init; }
    public required string Charges { get; init; }
    public required string Corrections { get; init; }
    public required string Cause { get; init; }
    public required string Month { get; init; }
    public required string Kind { get; init; }
    public required string Forecast { get; init; }
    public required string Charged { get; init; }
    public required string Ends { get; init; }
    public required string Silent { get; init; }
    public required string Corrected { get; init; }
    public required string SumOfCorrections { get; init; }
    public required string Watched { get; init; }
    public required string Service { get; init; }
    public required string WhatEnds { get; init; }
    public required string TermEnds { get; init; }
    public required string LineEnds { get; init; }
    public required string LastDay { get; init; }
    public required string LastSeen { get; init; }
    public required string Never { get; init; }
    public required string MonthlyRent { get; init; }
    public required string FirstMonth { get; init; }
    public required string LastMonth { get; init; }
    public required string Why { get; init; }
    public required string NoReason { get; init; }
    public required string ChangedBy { get; init; }
    public required string ChangedAt { get; init; }

    private static readonly CostWords Swedish = new()
    {
        Title = "Kostnader", Summary = "Sammanställning", Months = "Månader", Parts = "Enhet och kostnadskod", Changes = "Förändring", Lines = "Avtalsrader",
        Closed = "Månaden är stängd", Preliminary = "PRELIMINÄRT – månaden är inte stängd, beloppen kan ändras", AsOf = "Uppgifterna hämtade",
        What = "Vad", Amount = "Belopp", Stored = "Lagrad summa", SumOfParts = "Summa av enheter och koder", SumOfLines = "Summa av avtalsrader", SumOfCauses = "Summa av orsakerna",
        Before = "Månaden före", Difference = "Förändring", Agrees = "STÄMMER", Differs = "AVVIKER",
        Line = "Avtalsrad", AssetTag = "Inventarienummer", Asset = "Inventarie", User = "Användare", UnitCode = "Enhetskod", Unit = "Enhet", CostCode = "Kostnadskod", Count = "Rader",
        Charges = "Debiterat", Corrections = "Rättelser", Cause = "Orsak", Month = "Månad", Kind = "Slag", Forecast = "prognos", Charged = "debiterat",
        Ends = "Upphör snart", Silent = "Hyrs men svarar inte", Corrected = "Rättelser förklarade", SumOfCorrections = "Summa av rättelserna", Watched = "Avläst av det som hyrs (antal)",
        Service = "Tjänst", WhatEnds = "Vad som upphör", TermEnds = "Hyrestiden går ut; kapitaldelen upphör", LineEnds = "Hyran upphör", LastDay = "Sista dag",
        LastSeen = "Svarade senast", Never = "aldrig", MonthlyRent = "Månadshyra", FirstMonth = "Rättar från", LastMonth = "Rättar till", Why = "Varför", NoReason = "Ingen orsak angavs",
        ChangedBy = "Ändrad av", ChangedAt = "Ändrad",
    };

    private static readonly CostWords English = new()
    {
        Title = "Costs", Summary = "Summary", Months = "Months", Parts = "Unit and cost code", Changes = "Change", Lines = "Contract lines",
        Closed = "The month is closed", Preliminary = "PRELIMINARY – the month is not closed, amounts may change", AsOf = "Read",
        What = "What", Amount = "Amount", Stored = "Stored sum", SumOfParts = "Sum of units and codes", SumOfLines = "Sum of contract lines", SumOfCauses = "Sum of the causes",
        Before = "The month before", Difference = "Change", Agrees = "AGREES", Differs = "DIFFERS",
        Line = "Contract line", AssetTag = "Asset tag", Asset = "Asset", User = "User", UnitCode = "Unit code", Unit = "Unit", CostCode = "Cost code", Count = "Lines",
        Charges = "Charged", Corrections = "Corrections", Cause = "Cause", Month = "Month", Kind = "Kind", Forecast = "forecast", Charged = "charged",
        Ends = "Ends soon", Silent = "Rented but silent", Corrected = "Corrections explained", SumOfCorrections = "Sum of the corrections", Watched = "Polled of what is rented (count)",
        Service = "Service", WhatEnds = "What ends", TermEnds = "The term ends, and the capital part with it", LineEnds = "The rent ends", LastDay = "Last day",
        LastSeen = "Last answered", Never = "never", MonthlyRent = "Monthly rent", FirstMonth = "Corrects from", LastMonth = "Corrects to", Why = "Why", NoReason = "No reason was given",
        ChangedBy = "Changed by", ChangedAt = "Changed",
    };

    public static CostWords Of(Language language) => language switch
    {
        Language.Swedish => Swedish,
        Language.English => English,
        _ => throw new ArgumentOutOfRangeException(nameof(language), language, "No texts in this language."),
    };
}
