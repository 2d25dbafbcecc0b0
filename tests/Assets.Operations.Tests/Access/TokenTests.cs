using Assets.Core.Access;
using Assets.Data.Access;
using Assets.Data.Storage;
using Assets.Operations.Access;
using Assets.Support;
using Xunit;

namespace Assets.Operations.Tests.Access;

public sealed class TokenTests
{
    [Theory]
    [OnBoth]
    public void A_token_is_good_until_it_ends_and_an_altered_one_never(Engine engine)
    {
        using var town = TestInstallation.On(engine);
        var owner = Owner(town, new Appointed(Role.Manager));
        var issued = IssueToken.Run(town.Installation, owner, new TokenRequest("Skript", [Permission.ViewRegister, Permission.Import], null, 10)).Value;

        var checkedToken = CheckToken.Run(town.Installation, issued.Token)!;
        Assert.True(checkedToken.Viewer.May(Permission.Import));
        Assert.False(checkedToken.Viewer.May(Permission.EditRegister));
        for (var i = 0; i < issued.Token.Length; i++)
        {
            var altered = issued.Token[..i] + (issued.Token[i] == 'a' ? 'b' : 'a') + issued.Token[(i + 1)..];
            Assert.Null(CheckToken.Run(town.Installation, altered));
        }
        town.Clock.Now += TimeSpan.FromDays(10);
        Assert.Null(CheckToken.Run(town.Installation, issued.Token));
    }

    [Theory]
    [OnBoth]
    public void The_use_is_written_at_most_once_a_minute(Engine engine)
    {
        using var town = TestInstallation.On(engine);
        var owner = Owner(town, new Appointed(Role.Auditor));
        var id = IssueToken.Run(town.Installation, owner, new TokenRequest("Skript", null, null, 10)).Value.Id;
        var first = town.Clock.Now;

        ApiTokens.MarkUsed(town.Database, id, first, TimeSpan.FromMinutes(1));
        ApiTokens.MarkUsed(town.Database, id, first.AddSeconds(59), TimeSpan.FromMinutes(1));
        Assert.Equal(first, ApiTokens.Read(town.Database, owner)[0].LastUsedAt);
        ApiTokens.MarkUsed(town.Database, id, first.AddSeconds(60), TimeSpan.FromMinutes(1));
        Assert.Equal(first.AddSeconds(60), ApiTokens.Read(town.Database, owner)[0].LastUsedAt);
    }

    [Theory]
    [OnBoth("", 10, TokenRefusals.NameMissing)]
    [OnBoth("Skript", 0, TokenRefusals.BadDays)]
    [OnBoth("Skript", 367, TokenRefusals.BadDays)]
    public void What_makes_no_sense_makes_no_token(Engine engine, string name, int days, string refusal)
    {
        using var town = TestInstallation.On(engine);

        Assert.Equal(refusal, IssueToken.Run(town.Installation, Owner(town), new TokenRequest(name, null, null, days)).Refusal?.Code);
        Assert.Equal(TokenRefusals.NothingChosen, IssueToken.Run(town.Installation, 1, new TokenRequest("Skript", [], null, 10)).Refusal?.Code);
    }

    [Theory]
    [OnBoth]
    public void A_key_is_taken_by_one_of_many(Engine engine)
    {
        using var town = TestInstallation.On(engine);
        var day = TimeSpan.FromHours(24);
        var taken = 0;
        Parallel.For(0, 16, _ =>
        {
            if (IdempotentAnswers.Take(town.Database, 1, "key", "digest", town.Clock.Now, day).IsNew) Interlocked.Increment(ref taken);
        });
        Assert.Equal(1, taken);

        IdempotentAnswers.Keep(town.Database, 1, "key", 201, "answer");
        Assert.Equal(new KnownAnswer(false, "digest", 201, "answer"), IdempotentAnswers.Take(town.Database, 1, "key", "other", town.Clock.Now, day));
        IdempotentAnswers.GiveUp(town.Database, 1, "key");
        Assert.False(IdempotentAnswers.Take(town.Database, 1, "key", "digest", town.Clock.Now, day).IsNew); // answered ones stay
        town.Clock.Now += TimeSpan.FromHours(25);
        Assert.True(IdempotentAnswers.Take(town.Database, 1, "key", "digest", town.Clock.Now, day).IsNew);
    }

    private static int Owner(TestInstallation town, params Appointed[] roles)
    {
        new Account("olga", "Olga Ägare", "correct horse battery", "sv", roles).Create(town.Database, town.Clock, "test");
        using var connection = town.Database.Open();
        return (int)connection.Number("select id from users where user_name = 'olga'");
    }
}
