using System.Globalization;
using Assets.Core.Access;
using Assets.Core.Standard;
using Assets.Core.Values;
using Assets.Data.Standard;
using Assets.Operations;
using Assets.Operations.Standard;
using Assets.Web.Resources;
using Assets.Web.Security;
using Assets.Web.Values;
using Microsoft.AspNetCore.Mvc;

namespace Assets.Web.Pages.Standard;

/// <summary>What a person has typed about the rules; texts until they are read.</summary>
public sealed class RulesForm
{
    public string? ValidFrom { get; set; }

    public string? DefaultTerm { get; set; }

    public string? NoticeDays { get; set; }

    public bool Waives { get; set; }

    public string? LossFee { get; set; }

    public string? DeviationFee { get; set; }

    public string? ConfirmationDays { get; set; }

    public int RevisionMonth { get; set; }

    /// <summary>Empty: running lines keep their terms.</summary>
    public string? RunningLinesFrom { get; set; }

    public string? TextSv { get; set; }

    public string? TextEn { get; set; }

    public static RulesForm Of(DatedEdition edition)
    {
        var rules = edition.Content.Rules;
        return new RulesForm
        {
            ValidFrom = edition.ValidFrom?.ToString("O", CultureInfo.InvariantCulture),
            DefaultTerm = rules.DefaultTermMonths.ToString(CultureInfo.InvariantCulture),
            NoticeDays = rules.NoticeDays.ToString(CultureInfo.InvariantCulture),
            Waives = rules.WaivesUnpaidOnReuse,
            LossFee = WrittenAmount.Field(rules.LossFee),
            DeviationFee = WrittenAmount.Field(rules.DeviationFee),
            ConfirmationDays = rules.ConfirmationDays.ToString(CultureInfo.InvariantCulture),
            RevisionMonth = rules.RevisionMonth,
            RunningLinesFrom = rules.RunningLinesFrom?.ToString("O", CultureInfo.InvariantCulture),
            TextSv = rules.Text.Swedish,
            TextEn = rules.Text.English,
        };
    }

    /// <summary>The rules as typed, or the fields that cannot be read.</summary>
    public (RentRules? Rules, DateOnly ValidFrom, IReadOnlyList<string> Unreadable) Read()
    {
        var unreadable = new List<string>();
        int Number(string? text, string field)
        {
            if (int.TryParse(text?.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= 9_999) return number;
            unreadable.Add(field);
            return 0;
        }
        Money Amount(string? text, string field)
        {
            if (!WrittenAmount.TryRead(text, out var amount)) unreadable.Add(field);
            return amount;
        }
        if (!DateOnly.TryParseExact(ValidFrom, "O", CultureInfo.InvariantCulture, DateTimeStyles.None, out var validFrom)) unreadable.Add("valid_from");
        var running = DateOnly.MinValue;
        if (!string.IsNullOrWhiteSpace(RunningLinesFrom) && !DateOnly.TryParseExact(RunningLinesFrom, "O", CultureInfo.InvariantCulture, DateTimeStyles.None, out running)) unreadable.Add("running_lines_from");
        var rules = new RentRules(
            Number(DefaultTerm, "default_term_months"), Number(NoticeDays, "notice_days"), Waives, Amount(LossFee, "loss_fee"), Amount(DeviationFee, "deviation_fee"),
            Number(ConfirmationDays, "confirmation_days"), RevisionMonth, new Bilingual(Lines(TextSv), Lines(TextEn)),
            string.IsNullOrWhiteSpace(RunningLinesFrom) ? null : running);
        return (unreadable.Count == 0 ? rules : null, validFrom, unreadable);
    }

    private static string Lines(string? text) => (text ?? "").ReplaceLineEndings("\n").Trim();
}

/// <summary>The rules of a draft, and the day from which it is to hold.</summary>
[Needs(Permission.EditStandard)]
public sealed class RulesModel(Installation installation, Words words, Formats formats) : DraftPage(installation, words, formats)
{
    [BindProperty]
    public RulesForm Form { get; set; } = new();

    public IActionResult OnGet(int number)
    {
        if (Open(number) is { } refused) return refused;
        Form = RulesForm.Of(Draft);
        return Page();
    }

    public IActionResult OnPost(int number, int version)
    {
        if (Open(number) is { } refused) return refused;
        var (rules, validFrom, unreadable) = Form.Read();
        Unreadable = unreadable;
        return rules is null ? Page() : Save(version, Draft.Content with { Rules = rules }, validFrom, $"/standard/{number}");
    }
}
