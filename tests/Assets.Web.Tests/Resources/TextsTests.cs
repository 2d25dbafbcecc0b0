using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Assets.Core.Access;
using Assets.Core.Chargeback;
using Assets.Core.Inventory;
using Assets.Core.Ordering;
using Assets.Core.Organisations;
using Assets.Core.Rentals;
using Assets.Core.Standard;
using Assets.Core.Values;
using Assets.Data.Inventory;
using Assets.Data.Messages;
using Assets.Data.Storage;
using Assets.Operations.Access;
using Assets.Operations.Chargeback;
using Assets.Operations.Imports;
using Assets.Operations.Inventory;
using Assets.Operations.Messages;
using Assets.Operations.Monitoring;
using Assets.Operations.Ordering;
using Assets.Operations.Rentals;
using Assets.Operations.Standard;
using Assets.Support;
using Assets.Web.Pages.Account;
using Assets.Web.Pages.Ordering;
using Assets.Web.Pages.Rentals;
using Assets.Web.Resources;
using Assets.Web.Security;
using Xunit;

namespace Assets.Web.Tests.Resources;

public sealed partial class TextsTests
{
    private static readonly string Web = Path.Combine(RepositoryRoot.Path, "src", "Assets.Web");

    /// <summary>Families whose last part comes from data; each word of the data has a text.</summary>
    private static readonly Dictionary<string, IEnumerable<string>> Families = new(StringComparer.Ordinal)
    {
        ["kind"] = AssetKinds.Vocabulary.Words,
        ["state"] = AssetStates.Vocabulary.Words,
        ["organisation"] = OrganisationKinds.Vocabulary.Words,
        ["permission"] = Permissions.Vocabulary.Words,
        ["cause"] = ChangeWords.Vocabulary.Words,
        ["finding"] = FindingCodes.Severities.Keys,
        ["import.kind"] = Operations.Imports.ImportFile.Kinds,
        ["task.state"] = ["waiting", "running", "done", "failed", "interrupted"],
        ["role"] = Roles.Vocabulary.Words,
        ["signIn.outcome"] = ["succeeded", "wrongpassword", "lockedout", "wrongcode"],
        ["setup"] = SetupStepModel.Steps.SelectMany(step => new[] { step, step + ".lead" }),
        ["signInProblem"] = SignInProblems.All,
        ["finding.show"] = ["all", "open", "accepted"],
        ["finding.next"] = FindingCodes.Severities.Keys,
        ["method"] = Enum.GetNames<Method>(),
        ["month"] = Enumerable.Range(1, 12).Select(m => $"{m}"),
        ["component"] = [Components.Rent, Components.Capital, Components.Support, Components.LossFee, Components.EarlyReturn],
        ["field"] = HistoryFields.All.Union([.. EditionDifference.FieldNames, "valid_from", "decided_on", "minute", "decided_by", "edition_state", "part", "part_kind", "quantity", "rate", "text", "code_taken", "expected_on", "reference", "closed_on"]),
        ["verb"] =
        [
            "import", "add-user", "apply-edition", "draft-edition", "change-draft", "propose-edition", "take-back-edition", "decide-edition", "remove-draft",
            "place-purchase", "receive-assets", "change-purchase", "close-purchase", "change-assets", "wipe-asset", "start-audit", "settle-audit", "add_device", "change_device", "add_credential", "change_credential",
            "accept-order", "add-passkey", "add-webhook", "approve-order", "cancel-order", "change-price", "change-quantity", "close-month", "comment-order",
            "confirm-delivery", "delegate-approval", "deliver-order", "enable-webhook", "end-delegation", "fill-basket", "finish-set-up", "give-role", "group-roles",
            "issue-confirmation", "issue-token", "keep-range", "lock-user", "lose-asset", "move-line", "pick-asset", "prepare-order", "prolong-line", "promise-order",
            "reject-order", "remind-approvers", "remind-recipients", "remove-passkey", "remove-range", "remove-webhook", "request-move", "request-replacement",
            "request-return", "resend-mail", "reset-password", "resume-line", "return-asset", "review-order", "revoke-token", "set-interest", "start-line",
            "submit-order", "swap-asset", "take-role", "accept-finding", "reopen-finding", "unlock-user", "unpick-asset",
            .. RegisterKinds.Vocabulary.Words.SelectMany(word => new[] { $"add-{word.Replace('_', '-')}", $"change-{word.Replace('_', '-')}" }),
        ],
        ["fault"] = RegisterRefusals.FaultCodes.Union(ImportFaults.OfRows),
        ["sheetPart"] = DeviceTypes.Parts,
        ["fileFault"] = ImportFaults.OfFiles,
        ["certainty"] = Enum.GetNames<Core.Monitoring.Certainty>().Select(name => name.ToLowerInvariant()),
        ["connection"] = ["fibre", "adsl", "mobile", "none"],
        ["register"] =
        [
            .. RegisterKinds.Vocabulary.Words.SelectMany(word => new[] { $"{word}.new", $"{word}.many" }),
            .. new[] { "model", "site", "supplier" }.SelectMany(word => new[] { $"{word}.none", $"{word}.none.next", $"{word}.search" }),
        ],
        ["register.help"] = ["code", "move", "end", "codeEnd", "kind", "endOfLife", "number"],
        ["nav.group"] = ["order", "equipment", "money", "rules", "base"],
        ["labels"] = PrintLabels.Formats,
        ["labels.codes"] = PrintLabels.Codes,
        ["step"] = AssetStates.Vocabulary.Words.Except(["ordered"]).SelectMany(word => new[] { word, $"{word}.help" }),
        ["found"] = Enum.GetNames<FoundKind>(),
        ["audit.finding"] = AuditWords.Findings.Words,
        ["audit.settlement"] = AuditWords.Settlements.Words,
        ["status"] = ["up", "down", "unknown"],
        ["language"] = ["sv", "en"],
        ["theme"] = ["auto", "light", "dark"],
        ["error"] = ["missing", "missing.next", "forbidden", "forbidden.next", "refused", "refused.next", "large", "large.next", "fault", "fault.next"],
        ["edition"] = EditionStates.Standings.Words,
        ["edition.finding"] = EditionFindings.All,
        ["product"] = ProductKinds.Vocabulary.Words.SelectMany(word => new[] { word, word + ".many" }),
        ["part"] = ProductKinds.Parts.Words,
        ["refusal"] =
        [
            MonthRefusals.BeforeLastClosed, MonthRefusals.AlreadyClosed, MonthRefusals.OpenFindings, MonthRefusals.NotCharged, MonthRefusals.EmptyReason,
            .. OrderRefusals.All, .. FulfilRefusals.All, .. OrderFaults.All, .. StandardRefusals.All, "day_missing", .. LineRefusals.All, .. RentalRefusals.All,
            .. PurchaseRefusals.All, .. AssetRefusals.All, .. AuditRefusals.All, .. RegisterRefusals.All, .. DeviceRefusals.All,
            MonthRefusals.NeedsApproval, MonthRefusals.ProposalOutdated, MonthRefusals.OwnProposal, MonthRefusals.UnknownFinding, MonthRefusals.LeavesOpen, MonthRefusals.MonthAhead,
            "import_refused", "import_gone", "import_too_large", "task_failed", "unknown_person", "unknown_organisation", "name_taken", "oneself",
            .. SetupRefusals.All, .. RangeRefusals.All, .. MailRefusals.All, PersonRefusals.NoAddress, .. TokenRefusals.All, .. WebhookRefusals.All, .. SaveView.Refusals, MonthRefusals.UnknownCharge,
        ],
        ["change"] = new[] { "price", "move", "swap", "quantity", "return", "loss", "prolong", "resume" }.SelectMany(verb => verb == "prolong" ? [verb, verb + ".help"] : new[] { verb, verb + ".help", verb + ".day" }),
        ["lineColumn"] = LineColumns.Choices.Concat(["line", "start", "end"]),
        ["contracts.by"] = ContractsModel.Narrowing,
        ["mails"] = ["waiting", "failed", "sent", "waiting.none", "failed.none", "sent.none"],
        ["mails.when"] = ["waiting", "failed", "sent"],
        ["mails.tls"] = ["none", "starttls", "tls"],
        ["problem"] =
        [
            "no_token", "not_allowed", "not_found", "no_such_method", "invalid", "too_large", "not_json", "too_often", "fault", "if_match_missing", "if_match_unknown", "key_reused", "key_under_way", "trial_broken_off",
        ],
        ["problem.status"] = ["s400", "s401", "s403", "s404", "s405", "s409", "s412", "s413", "s415", "s422", "s428", "s429", "s500"],
        ["subject"] = Enum.GetValues<Subject>().Select(Webhooks.Word),
        ["ask"] = ["return", "move", "replace", "return.next", "move.next", "replace.next"],
        ["ask.wanted"] = ["return", "move", "replace"],
        ["ask.send"] = ["return", "move", "replace"],
        ["orderState"] = OrderStates.Vocabulary.Words,
        ["orderStation"] = Enum.GetValues<OrderState>().Where(state => Station.Of(state, hasWish: true).Count > 0).Select(OrderStates.Vocabulary.Word),
        ["orderKind"] = OrderStates.LineKinds.Words,
        ["orderStep"] = OrderStates.Steps.Words,
        ["basket.costCode"] = ["unknown", "other", "closed"],
    };

    [Fact]
    public void Both_languages_have_the_same_texts_with_the_same_places_to_fill()
    {
        var swedish = Read(english: false);
        var english = Read(english: true);

        Assert.Equal(swedish.Keys.Order(StringComparer.Ordinal), english.Keys.Order(StringComparer.Ordinal));
        Assert.Empty(swedish.Where(text => Places(text.Value) != Places(english[text.Key])).Select(text => text.Key));
        Assert.Empty(swedish.Concat(english).Where(text => string.IsNullOrWhiteSpace(text.Value)).Select(text => text.Key));
    }

    [Theory]
    [InlineData("sv", "Steget finns inte: PC in_use 7, Skrotad → I lager.")]
    [InlineData("en", "There is no such step: PC in_use 7, Disposed → In stock.")]
    public void A_step_that_is_refused_is_told_with_the_readers_words_for_the_states(string language, string told)
    {
        CultureInfo.CurrentUICulture = new(language);

        Assert.Equal(told, new Words().Refused(new Refusal(AssetRefusals.NoSuchStep, "PC in_use 7 disposed in_stock")));
    }

    [Fact]
    public void Each_text_that_a_page_names_exists()
    {
        var known = Read(english: false).Keys.ToHashSet(StringComparer.Ordinal);

        Assert.Empty(Named().Concat(FromData()).Where(key => !known.Contains(key)).Distinct());
    }

    [Fact]
    public void No_text_is_left_that_no_page_names() =>
        Assert.Empty(Read(english: false).Keys.Except(Named().Concat(FromData())));

    [Fact]
    public void No_Swedish_text_has_a_word_that_the_glossary_does_not_use()
    {
        var glossary = File.ReadAllText(Path.Combine(RepositoryRoot.Path, "docs", "glossary.md"));
        var refused = glossary[glossary.IndexOf("## Not used", StringComparison.Ordinal)..].Split('\n')
            .Where(line => line.StartsWith("| ", StringComparison.Ordinal) && !line.StartsWith("| not |", StringComparison.Ordinal))
            .SelectMany(line => line.Split('|')[1].Split(',', StringSplitOptions.TrimEntries))
            .ToList();
        var mails = XDocument.Load(Path.Combine(RepositoryRoot.Path, "src", "Assets.Operations", "Messages", "Mails.resx")).Root!.Elements("data").Select(d => KeyValuePair.Create(d.Attribute("name")!.Value, d.Element("value")!.Value));

        Assert.True(refused.Count > 10);
        Assert.Empty(
            from text in Read(english: false).Concat(mails)
            from word in refused
            where text.Value.Contains(word, StringComparison.CurrentCultureIgnoreCase)
            select $"{text.Key}: {word}");
    }

    [Fact]
    public void No_page_has_words_of_its_own() => Assert.Empty(
        from file in Directory.EnumerateFiles(Path.Combine(Web, "Pages"), "*.cshtml", SearchOption.AllDirectories)
        from word in BareWords(File.ReadAllText(file))
        select $"{Path.GetFileName(file)}: {word}");

    [Theory]
    [InlineData("<p>Hej då</p>", "Hej då")]
    [InlineData("<p title=\"Hej\">@T[\"x\"]</p>", "Hej")]
    [InlineData("<p>@T[\"x\"] · @Model.Name</p>", null)]
    [InlineData("@{ var text = \"Hej\"; }<p></p>", null)]
    public void A_bare_word_is_found(string markup, string? word) => Assert.Equal(word is null ? [] : [word], BareWords(markup));

    // A key written out, or the literal ends of one that is put together: "x ? \"a\" : \"b\"" names both.
    private static IEnumerable<string> Named() =>
        from file in Directory.EnumerateFiles(Web, "*.cs*", SearchOption.AllDirectories)
        where (file.EndsWith(".cs", StringComparison.Ordinal) || file.EndsWith(".cshtml", StringComparison.Ordinal)) && !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal)
        let text = File.ReadAllText(file)
        from key in Uses().Matches(text).SelectMany(use => Keys(use.Value)).Concat(Tables().Matches(text).Select(m => m.Groups["key"].Value))
        select key;

    private static IEnumerable<string> Keys(string use)
    {
        var counted = use.Contains(".Count(", StringComparison.Ordinal);
        foreach (Match literal in Literal().Matches(use))
        {
            var key = literal.Groups["key"].Value;
            if (key.Contains('{', StringComparison.Ordinal)) continue;
            if (counted)
            {
                yield return key + ".one";
                yield return key + ".many";
            }
            else
            {
                yield return key;
            }
        }
    }

    private static IEnumerable<string> FromData() => Families.SelectMany(family => family.Value.Distinct(StringComparer.Ordinal).Select(word => $"{family.Key}.{word}"));

    private static List<string> BareWords(string markup)
    {
        var text = Comment().Replace(markup, "");
        return [.. Attribute().Matches(text).Select(m => m.Groups["word"].Value)
            .Concat(Between().Matches(text).Select(m => m.Groups["word"].Value.Trim()))
            .Where(word => word is not ("Excel" or "CSV" or "SNMP"))];
    }

    private static string Places(string text) => string.Join(',', Place().Matches(text).Select(m => m.Value).Distinct().Order(StringComparer.Ordinal));

    // A key that two files have fails here.
    private static Dictionary<string, string> Read(bool english) => Directory.EnumerateFiles(Path.Combine(Web, "Resources"), "*.resx")
        .Where(file => file.EndsWith(".en.resx", StringComparison.Ordinal) == english)
        .SelectMany(file => XDocument.Load(file).Root!.Elements("data"))
        .ToDictionary(d => d.Attribute("name")!.Value, d => d.Element("value")!.Value, StringComparer.Ordinal);

    [GeneratedRegex("\\b(T|words)(\\[[^\\]]*\\]|\\.(Of|Count)\\([^,;]*,)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Uses();

    [GeneratedRegex("(?<!\\$)\"(?<key>[a-z][\\w.-]*)\"", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Literal();

    [GeneratedRegex("\"(?<key>(nav|asset)\\.[a-z][A-Za-z.]*)\"", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Tables();

    [GeneratedRegex("@\\*.*?\\*@|//[^\\n]*|@using[^\\n]*", RegexOptions.ExplicitCapture | RegexOptions.Singleline, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Comment();

    [GeneratedRegex("\\s(title|aria-label|placeholder|alt)=\"(?<word>[A-Za-zÅÄÖåäö][^\"@]*)\"", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Attribute();

    [GeneratedRegex("<(p|h1|h2|h3|a|span|button|dt|dd|label|legend|summary|th|td|li|option|strong)\\b[^<>@]*>(?<word>[^<@{}]*[A-Za-zÅÄÖåäö]{2}[^<@{}]*)<", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Between();

    [GeneratedRegex("\\{\\d+\\}", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Place();
}
