using Assets.Core.Access;
using Assets.Data.Access;
using Assets.Data.Storage;
using Assets.Operations.Standard;
using Assets.Support;
using Xunit;

namespace Assets.Operations.Tests.Standard;

public sealed class RemindRevisionTests
{
    [Theory]
    [OnBoth]
    public void Who_writes_or_decides_the_standard_is_reminded_once_a_year_until_somebody_begins(Engine engine)
    {
        using var at = TestInstallation.On(engine);
        foreach (var (account, role) in new[] { ("maria", Role.Manager), ("jonas", Role.Architect), ("lena", Role.Council), ("erik", Role.Technician) })
            new Account(account, account, "correct horse battery", "sv", [new Appointed(role)], account + "@example.invalid").Create(at.Database, at.Clock, "test");
        new Account("utan", "utan", "correct horse battery", "en", [new Appointed(Role.Council)]).Create(at.Database, at.Clock, "test");
        Assert.Equal(0, RemindRevision.Run(at.Installation)); // no edition yet
        AnyEdition.Decided(at.Installation, AnyEdition.Of(AnyEdition.Office), new DateOnly(2026, 11, 22)); // revised in October

        At(2027, 9, 30);
        Assert.Equal(0, RemindRevision.Run(at.Installation));
        At(2027, 10, 1);
        Assert.Equal(3, RemindRevision.Run(at.Installation));
        At(2027, 12, 24);
        Assert.Equal(0, RemindRevision.Run(at.Installation));
        Assert.Equal("jonas,lena,maria", Told(at));

        DraftEdition.Run(at.Installation);
        At(2028, 10, 2);
        Assert.Equal(0, RemindRevision.Run(at.Installation));

        void At(int year, int month, int day) => at.Clock.Now = new DateTimeOffset(year, month, day, 9, 0, 0, TimeSpan.Zero);
    }

    private static string Told(TestInstallation at)
    {
        using var connection = at.Database.Open();
        return string.Join(',', connection.Rows("select u.user_name from mails m join users u on u.id = m.user_id where m.template = 'revision_due' order by 1", r => r.GetString(0)));
    }
}
