using System.Data.Common;
using System.Globalization;
using Assets.Core.Access;
using Assets.Core.Values;
using Assets.Data.Access;
using Assets.Data.Storage;

namespace Assets.Operations.Access;

/// <summary>
/// Lets in a person whom a provider vouches for: finds the account, or makes it, and brings the roles that come from groups up to date.
/// Roles that somebody gave by hand are never touched. Without anything to change nothing is written: signing in waits for no month's run.
/// </summary>
public static class AdmitPerson
{
    /// <summary>Longer than any lock that wrong passwords bring: what lies further off is an administrator's.</summary>
    private static readonly TimeSpan Passing = TimeSpan.FromDays(3650);

    /// <param name="mayCreate">Whether an account is made for who has none.</param>
    public static Outcome<Admitted> Run(Installation installation, Vouched vouched, bool mayCreate)
    {
        if (string.IsNullOrWhiteSpace(vouched.Subject) || string.IsNullOrWhiteSpace(vouched.Account)) return new Refusal(AdmissionRefusals.Incomplete, "");
        var mapping = GroupRole.Read(installation.Settings);
        using (var connection = installation.Database.Open())
        {
            var found = Find(connection, vouched);
            if (Refused(installation, connection, vouched, found, mayCreate) is { } refusal) return refusal;
            if (found is { IsLinked: true } && GrantChange.Between(connection, found.Id, Wanted(connection, vouched, mapping)).IsEmpty) return new Admitted(found.Id, found.Account);
        }
        using var writing = Writing.Begin(installation.Database);
        var outcome = Settle(installation, writing, vouched, mapping, mayCreate);
        if (outcome.IsDone) writing.Commit();
        return outcome;
    }

    private static Outcome<Admitted> Settle(Installation installation, Writing writing, Vouched vouched, IReadOnlyList<GroupRole> mapping, bool mayCreate)
    {
        var found = Find(writing.Connection, vouched); // again: somebody may have been quicker
        if (Refused(installation, writing.Connection, vouched, found, mayCreate) is { } refusal) return refusal;
        var (id, account) = found is null ? (Make(installation, writing, vouched), vouched.Account.Trim()) : (found.Id, found.Account);
        if (found is not { IsLinked: true })
        {
            writing.Connection.Execute("insert into user_logins (login_provider, provider_key, provider_display_name, user_id) values (@p0, @p1, @p2, @p3)", vouched.Provider, vouched.Subject, vouched.Account, id);
        }
        var change = GrantChange.Between(writing.Connection, id, Wanted(writing.Connection, vouched, mapping));
        if (change.IsEmpty) return new Admitted(id, account);
        var before = AppointPerson.RolesOf(writing, id);
        change.Write(writing.Connection, id);
        var changeSet = writing.AddChangeSet(installation.Clock.GetUtcNow(), vouched.Provider, "group roles", null, account);
        History.Add(writing, changeSet, Subject.User, id, installation.Today, AppointPerson.Json(account, before), AppointPerson.Json(account, AppointPerson.RolesOf(writing, id)));
        return new Admitted(id, account);
    }

    private static int Make(Installation installation, Writing writing, Vouched vouched)
    {
        var name = string.IsNullOrWhiteSpace(vouched.Name) ? vouched.Account : vouched.Name;
        return new Account(vouched.Account.Trim(), name.Trim(), null, "sv", [], vouched.Email).Insert(writing, installation.Clock, vouched.Provider)
            ?? throw new InvalidOperationException($"The account {vouched.Account} appeared under the lock.");
    }

    private static Refusal? Refused(Installation installation, DbConnection connection, Vouched vouched, Known? found, bool mayCreate)
    {
        if (found is null) return mayCreate ? null : new Refusal(AdmissionRefusals.UnknownAccount, vouched.Account);
        if (found.LockedUntil is { } until && until > installation.Clock.GetUtcNow() + Passing) return new Refusal(AdmissionRefusals.Locked, found.Account);
        if (!found.IsLinked && connection.Scalar("select provider_key from user_logins where user_id = @p0 and login_provider = @p1", found.Id, vouched.Provider) is not null)
            return new Refusal(AdmissionRefusals.SomebodyElse, found.Account);
        return null;
    }

    // By the subject first: a person who has married keeps the account.
    private static Known? Find(DbConnection connection, Vouched vouched) =>
        connection.Rows(
            "select u.id, u.user_name, u.lockout_end from user_logins l join users u on u.id = l.user_id where l.login_provider = @p0 and l.provider_key = @p1",
            r => new Known(r.GetInt32(0), r.GetString(1), r.Long(2) is { } until ? Conventions.ToInstant(until) : null, true), vouched.Provider, vouched.Subject).FirstOrDefault()
        ?? connection.Rows(
            "select id, user_name, lockout_end from users where normalized_user_name = @p0",
            r => new Known(r.GetInt32(0), r.GetString(1), r.Long(2) is { } until ? Conventions.ToInstant(until) : null, false), vouched.Account.Trim().ToUpperInvariant()).FirstOrDefault();

    // A row that names an organisation which is not there (yet) gives nothing: a role for the whole in its place would be too much.
    private static List<WantedGrant> Wanted(DbConnection connection, Vouched vouched, IReadOnlyList<GroupRole> mapping)
    {
        var groups = vouched.Groups.ToHashSet(StringComparer.OrdinalIgnoreCase);
        var given = new List<WantedGrant>();
        foreach (var row in mapping.Where(row => groups.Contains(row.Group)))
        {
            int? organisation = null;
            if (row.Organisation is { } code)
            {
                if (connection.Scalar("select id from organisations where code_key = @p0", Keys.Fold(code)) is not { } id) continue;
                organisation = Convert.ToInt32(id, CultureInfo.InvariantCulture);
            }
            given.Add(new WantedGrant(row.Role, organisation, row.Limit?.Ore));
        }
        // In two groups: the wider limit holds, and none is the widest.
        return [.. given.GroupBy(grant => (grant.Role, grant.Organisation)).Select(same => same.MaxBy(grant => grant.Limit ?? long.MaxValue)!)];
    }

    private sealed record Known(int Id, string Account, DateTimeOffset? LockedUntil, bool IsLinked);
}
