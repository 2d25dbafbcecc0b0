using System.Globalization;
using Assets.Web.Pages.Shared;
using Assets.Web.Resources;
using Assets.Web.Tests.Values;
using Xunit;

namespace Assets.Web.Tests.Resources;

public sealed class HistoryVerbs
{
    [Fact]
    public void Whatever_has_been_done_in_the_example_is_told_in_the_readers_words()
    {
        using var example = Example.Busy();
        var done = example.Scalar("select group_concat(verb, ';') from (select distinct verb from change_sets where actor <> 'test') v")!.Split(';');
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("sv");

        Assert.True(done.Length > 15, string.Join(", ", done));
        Assert.DoesNotContain(done, verb => HistoryWords.Verb(new Words(), verb) == verb.Replace(' ', '-'));
    }
}
