using Assets.Core.Access;
using Assets.Core.Inventory;
using Assets.Core.Ordering;
using Assets.Core.Organisations;
using Assets.Core.Standard;
using Assets.Core.Values;

namespace Assets.Core.Tests.Values;

public sealed class VocabularyTests
{
    [Fact]
    public void Every_word_leads_back_to_its_value()
    {
        Both_ways(AssetKinds.Vocabulary, "router,switch,modem,firewall,access_point,server,pc,monitor,dock,peripheral,printer,mfp,ups");
        Both_ways(AssetStates.Vocabulary, "ordered,in_stock,in_use,in_repair,retired,disposed,lost");
        Both_ways(OrganisationKinds.Vocabulary, "municipality,administration,company,foundation,unit");
        Both_ways(Roles.Vocabulary, "technician,manager,architect,council,orderer,budget_holder,finance,system_owner,auditor,administrator");
        Both_ways(
            Permissions.Vocabulary,
            "view_register,edit_register,import,view_network,edit_network,view_contracts,edit_contracts,edit_prices,view_months,run_month,close_month,export_month,view_own_costs,manage_users,manage_settings,view_audit,"
            + "view_orders,place_orders,approve_orders,review_orders,fulfil_orders,purchase,edit_standard,decide_standard,settle_findings,approve_closing,change_rented,"
            + "view_users,view_purchases,view_stocktakes,view_mails,view_imports,view_queue,view_drafts,view_booked_files");
        Both_ways(EditionStates.Vocabulary, "draft,proposed,decided");
        Both_ways(EditionStates.Standings, "draft,proposed,coming,in_force,superseded");
        Both_ways(ProductKinds.Vocabulary, "workplace,add_on,device");
        Both_ways(ProductKinds.Parts, "equipment,service,licence");
        Both_ways(OrderStates.Vocabulary, "basket,awaiting_approval,awaiting_architect,accepted,preparing,delivered,confirmed,rejected,cancelled");
        Both_ways(OrderStates.LineKinds, "new,replace,move,return");
        Both_ways(OrderStates.Steps, "submitted,approved,rejected,sent_to_architect,architect_approved,accepted,promised,picked,delivered,confirmed,cancelled,changed,commented,reminded,purchased");
    }

    [Theory]
    [InlineData("In_stock")]
    [InlineData(" in_stock")]
    [InlineData("")]
    [InlineData(null)]
    public void A_word_is_taken_exactly(string? word) => Assert.False(AssetStates.Vocabulary.TryParse(word, out _));

    [Fact]
    public void A_member_without_a_word_is_found_at_once() =>
        Assert.Throws<ArgumentException>(() => new Vocabulary<Severity>((Severity.Note, "note")));

    private static void Both_ways<T>(Vocabulary<T> vocabulary, string words)
        where T : struct, Enum
    {
        Assert.Equal(words, string.Join(',', Enum.GetValues<T>().Select(vocabulary.Word)));
        foreach (var value in Enum.GetValues<T>())
        {
            Assert.True(vocabulary.TryParse(vocabulary.Word(value), out var back));
            Assert.Equal(value, back);
        }
    }
}
