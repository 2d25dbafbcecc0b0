using Assets.Core.Access;
using Assets.Data.Access;
using Assets.Data.Storage;
using Assets.Operations.Access;
using Assets.Operations.Tests.Chargeback;
using Assets.Support;
using Xunit;

namespace Assets.Operations.Tests.Access;

public sealed class SaveViewTests
{
    [Theory]
    [OnBoth]
    public void Ones_own_views_come_first_however_many_others_share_and_have_room_for_fifty_of_a_list(Engine engine)
    {
        using var town = new Town(engine);
        var (anna, berit) = (Person(town, "anna"), Person(town, "berit"));
        Assert.Equal(SavedViews.MostOwn, Enumerable.Range(1, 60).Count(number => SaveView.Run(town.Installation, anna, NamedList.Contracts, $"A{number:00}", "", shared: true).IsDone));
        for (var number = 0; number < 90; number++) Shared(town, anna, number);

        var saved = SaveView.Run(town.Installation, berit, NamedList.Contracts, " Våra ", "runs=now", shared: false).Value;
        var again = SaveView.Run(town.Installation, berit, NamedList.Contracts, "Våra", "runs=later", shared: true).Value;

        Assert.Equal(("Våra", "runs=now", true), (saved.Name, saved.Query, saved.IsMine));
        Assert.Equal(again, SavedViews.Of(town.Database, berit, NamedList.Contracts)[0]);
        Assert.Equal(again, SavedViews.Of(town.Database, berit, Enum.GetValues<NamedList>())[0]);
        Assert.Equal(again with { IsMine = false }, Assert.Single(SavedViews.Of(town.Database, anna, Enum.GetValues<NamedList>()), view => view.Id == again.Id));
        Assert.Null(SavedViews.Own(town.Database, anna, again.Id));
    }

    [Theory]
    [OnBoth]
    public void What_is_refused_leaves_what_there_was(Engine engine)
    {
        using var town = new Town(engine);
        var anna = Person(town, "anna");
        for (var number = 1; number <= SavedViews.MostOwn; number++) Assert.True(SaveView.Run(town.Installation, anna, NamedList.Assets, $"A{number}", "", shared: false).IsDone);

        Assert.Equal((SaveView.TooMany, "50"), SaveView.Run(town.Installation, anna, NamedList.Assets, "A51", "", shared: false).Refusal is { } many ? (many.Code, many.Detail) : default);
        foreach (var name in new[] { null, " ", new string('x', 61) }) Assert.Equal(SaveView.Unnamed, SaveView.Run(town.Installation, anna, NamedList.Devices, name, "", shared: false).Refusal?.Code);
        Assert.True(SaveView.Run(town.Installation, anna, NamedList.Assets, "A7", "q=x", shared: false).IsDone); // its own name again
        Assert.True(SaveView.Run(town.Installation, anna, NamedList.Devices, "A51", "", shared: false).IsDone); // another list

        Assert.Equal(["50|q=x"], town.Rows("select count(*), max(query) from saved_views where list = 0"));
    }

    private static int Person(Town town, string name)
    {
        new Account(name, name, null, "sv", [new Appointed(Role.Finance)]).Create(town.Database, TimeProvider.System, "test");
        return int.Parse(town.Rows($"select id from users where user_name = '{name}'").Single(), System.Globalization.CultureInfo.InvariantCulture);
    }

    // More than one may have: as they were saved before there was a limit.
    private static void Shared(Town town, int user, int number)
    {
        using var writing = Writing.Begin(town.Database);
        writing.Connection.Execute("insert into saved_views (user_id, list, name, query, shared) values (@p0, @p1, @p2, '', @p3)", user, (int)NamedList.Contracts, $"B{number}", true);
        writing.Commit();
    }
}
