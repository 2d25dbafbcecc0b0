using Assets.Core.Access;
using Assets.Core.Values;
using Assets.Data.Access;
using Assets.Data.Storage;

namespace Assets.Operations.Access;

/// <summary>Why a step of the first start is not done.</summary>
public static class SetupRefusals
{
    /// <summary>Somebody has an account already: the installation is theirs.</summary>
    public const string Claimed = "setup_claimed";

    /// <summary>The code is not the one on the console.</summary>
    public const string WrongCode = "setup_wrong_code";

    /// <summary>No account's name, no name, or a password of fewer than 12 characters.</summary>
    public const string Person = "setup_person";

    /// <summary>Finishing needs a host entity.</summary>
    public const string HostMissing = "setup_host_missing";

    public static IReadOnlyList<string> All { get; } = [Claimed, WrongCode, Person, HostMissing];
}

/// <summary>The first start of an installation: begun by whoever reads its console, finished once and for good.</summary>
public static class SetUp
{
    public const int ShortestPassword = 12;

    /// <summary>Makes the first administrator. Under the writers' lock there is exactly one first.</summary>
    public static Outcome<Admitted> Begin(Installation installation, string account, string name, string password, string language)
    {
        if (string.IsNullOrWhiteSpace(account) || string.IsNullOrWhiteSpace(name) || password.Length < ShortestPassword) return new Refusal(SetupRefusals.Person, "");
        using var writing = Writing.Begin(installation.Database);
        if (writing.Connection.Scalar("select id from users limit 1") is not null) return new Refusal(SetupRefusals.Claimed, "");
        var id = new Account(account.Trim(), name.Trim(), password, language, [new Appointed(Role.Administrator)]).Insert(writing, installation.Clock, account.Trim())
            ?? throw new InvalidOperationException("A name is taken where there is nobody.");
        writing.Connection.Execute("insert into setups (begun_at) values (@p0)", Conventions.ToMicroseconds(installation.Clock.GetUtcNow()));
        writing.Commit();
        return new Admitted(id, account.Trim());
    }

    /// <summary>Closes the first start: its pages are gone from here on.</summary>
    public static Outcome<SetupFacts> Finish(Installation installation)
    {
        if (SetupFacts.Read(installation.Database).Host is null) return new Refusal(SetupRefusals.HostMissing, "");
        using var writing = Writing.Begin(installation.Database);
        writing.AddChangeSet(installation.Clock.GetUtcNow(), installation.Actor, "finish set-up", null, null);
        writing.Connection.Execute("update setups set finished_at = @p0 where finished_at is null", Conventions.ToMicroseconds(installation.Clock.GetUtcNow()));
        writing.Commit();
        return SetupFacts.Read(installation.Database);
    }
}
