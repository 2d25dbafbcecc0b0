using Assets.Data.Storage;
using Xunit;

namespace Assets.Data.Tests.Storage;

public sealed class HistoryFieldsTests
{
    [Theory]
    [InlineData(Subject.Asset, """{"state":"in_use"}""", null)]
    [InlineData(Subject.Asset, """{"state":"in_use","colour":"red"}""", "colour")]
    [InlineData(Subject.Asset, """{"org_number":""}""", "org_number")] // another subject's
    [InlineData(Subject.Organisation, """{"org_number":""}""", null)]
    [InlineData(Subject.Asset, null, null)]
    public void A_field_without_a_word_is_a_fault_where_it_is_written(Subject subject, string? json, string? unknown)
    {
        var thrown = Record.Exception(() => HistoryFields.Demand(subject, json));

        Assert.Equal(unknown is null, thrown is null);
        if (unknown is not null) Assert.Contains($"'{unknown}'", Assert.IsType<ArgumentException>(thrown).Message, StringComparison.Ordinal);
    }
}
