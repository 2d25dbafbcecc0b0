using System.Net;
using Assets.Web.Tests.Api;
using Assets.Web.Tests.Values;
using Xunit;

namespace Assets.Web.Tests.Chargeback;

/// <summary>The findings of one code as people read them.</summary>
[Collection(nameof(Site))]
public sealed class FindingPages(Site site)
{
    [Theory]
    [InlineData("anna", "IT0000005 – Förlorad<")]
    [InlineData("emma", "IT0000005 – Lost<")]
    public async Task What_became_of_a_rented_asset_is_said_in_the_readers_language_and_to_programs_in_theirs(string account, string said)
    {
        var page = WebUtility.HtmlDecode(await (await site.As(account)).Read("/months/2026-06/findings/contract_on_retired_asset"));
        using var program = Calling.By(site.Example, account);
        var details = (await program.Get("months/2026-06/findings/contract_on_retired_asset")).Items.Select(finding => finding!["detail"]!.GetValue<string>());

        Assert.Contains(said, page, StringComparison.Ordinal);
        Assert.DoesNotContain(" lost<", page, StringComparison.Ordinal);
        Assert.Contains("IT0000005 lost", details);
    }

    [Theory]
    [InlineData("anna", "<td>[0-9]+ rättelserad(er)?</td>")]
    [InlineData("emma", "<td>[0-9]+ correction rows?</td>")]
    public async Task How_often_a_changed_line_is_corrected_is_said_with_its_unit(string account, string said) =>
        Assert.Matches(said, WebUtility.HtmlDecode(await (await site.As(account)).Read("/months/2026-04/findings/changed_line")));
}
