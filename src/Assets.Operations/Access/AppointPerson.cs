using System.Globalization;
using System.Net.Mail;
using System.Text.Json;
using Assets.Core.Access;
using Assets.Core.Values;
using Assets.Data.Access;
using Assets.Data.Storage;
using Assets.Operations.Messages;
using Microsoft.AspNetCore.Identity;

namespace Assets.Operations.Access;

/// <summary>Why somebody's account or roles are not changed.</summary>
public static class PersonRefusals
{
    /// <summary>There is no such account.</summary>
    public const string UnknownPerson = "unknown_person";

    /// <summary>There is no such organisation. Detail: its code.</summary>
    public const string UnknownOrganisation = "unknown_organisation";

    /// <summary>The account's name is taken, or empty. Detail: the name.</summary>
    public const string NameTaken = "name_taken";

    /// <summary>Not a mail address. Detail: what was typed.</summary>
    public const string NoAddress = "address_unclear";

    /// <summary>Who appoints others does not lock or dismiss themselves: nobody would be left to undo it.</summary>
    public const string Oneself = "oneself";
}

/// <param name="Password">A new one, shown once; none where none was made.</param>
public sealed record PersonChanged(int Id, string Account, string? Password);

/// <summary>What who appoints may do with accounts and roles. Each act is in the history, and ends the person's sessions where it takes something away.</summary>
public static class AppointPerson
{
    // Without signs that look alike: somebody may read it out.
    private const string Signs = "abcdefghjkmnpqrstuvwxyz23456789";

    public static Outcome<PersonChanged> Add(Installation installation, string account, string name, string language, string? address = null)
    {
        if (string.IsNullOrWhiteSpace(account) || string.IsNullOrWhiteSpace(name)) return new Refusal(PersonRefusals.NameTaken, account);
        if (!string.IsNullOrWhiteSpace(address) && !IsAddress(address.Trim())) return new Refusal(PersonRefusals.NoAddress, address);
        var password = NewPassword();
        using var writing = Writing.Begin(installation.Database);
        if (new Account(account.Trim(), name.Trim(), password, language, [], string.IsNullOrWhiteSpace(address) ? null : address.Trim()).Insert(writing, installation.Clock, installation.Actor) is not { } person)
            return new Refusal(PersonRefusals.NameTaken, account.Trim());
        writing.Commit();
        return new PersonChanged(person, account.Trim(), password);
    }

    public static Outcome<PersonChanged> ResetPassword(Installation installation, int person) => Change(installation, person, "reset password", (writing, account) =>
    {
        var password = NewPassword();
        writing.Connection.Execute("update users set password_hash = @p1, access_failed_count = 0 where id = @p0", person, new PasswordHasher<AppUser>().HashPassword(new AppUser(), password));
        return new PersonChanged(person, account, password);
    });

    /// <param name="address">Where mails to the person go; empty: nowhere.</param>
    public static Outcome<PersonChanged> SetAddress(Installation installation, int person, string? address) => Change(installation, person, "set mail address", (writing, account) =>
    {
        var wanted = string.IsNullOrWhiteSpace(address) ? null : address.Trim();
        if (wanted is not null && !IsAddress(wanted)) return new Refusal(PersonRefusals.NoAddress, wanted);
        writing.Connection.Execute("update users set email = @p1, normalized_email = @p2 where id = @p0", person, wanted, wanted?.ToUpperInvariant());
        return new PersonChanged(person, account, null);
    });

    /// <summary>Takes away authenticator, recovery codes and passkeys of who has lost them, and tells the person so.</summary>
    public static Outcome<PersonChanged> ResetSecondFactor(Installation installation, int person) => Change(installation, person, "reset second factor", (writing, account) =>
    {
        writing.Connection.Execute("delete from user_tokens where user_id = @p0", person);
        writing.Connection.Execute("delete from user_passkeys where user_id = @p0", person);
        writing.Connection.Execute("update users set two_factor_enabled = @p1, access_failed_count = 0 where id = @p0", person, false);
        var actor = writing.Connection.Scalar("select display_name from users where normalized_user_name = @p0", installation.Actor.ToUpperInvariant()) as string ?? installation.Actor;
        Outbox.Add(writing, installation, $"second-factor/{person}/{Guid.NewGuid():N}", person, MailKinds.SecondFactorReset, new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["actor"] = actor, ["account"] = account, ["address"] = "/profile",
        });
        return new PersonChanged(person, account, null);
    });

    public static Outcome<PersonChanged> Lock(Installation installation, int person, bool locked) => Change(installation, person, locked ? "lock user" : "unlock user", (writing, account) =>
    {
        if (locked && IsActor(installation, account)) return new Refusal(PersonRefusals.Oneself, account);
        writing.Connection.Execute(
            "update users set lockout_end = @p1, access_failed_count = 0 where id = @p0", person, locked ? Conventions.ToMicroseconds(installation.Clock.GetUtcNow().AddYears(100)) : null);
        return new PersonChanged(person, account, null);
    });

    /// <param name="organisation">The code of the top of what the role is for; none for everywhere.</param>
    public static Outcome<PersonChanged> Give(Installation installation, int person, Role role, string? organisation, Money? limit) => Change(installation, person, "give role", (writing, account) =>
    {
        object? top = null;
        if (!string.IsNullOrWhiteSpace(organisation) && (top = writing.Connection.Scalar("select id from organisations where code_key = @p0", Keys.Fold(organisation))) is null)
            return new Refusal(PersonRefusals.UnknownOrganisation, organisation);
        writing.Connection.Execute(
            "delete from role_grants where user_id = @p0 and role = @p1 and coalesce(organisation_id, 0) = @p2", person, (int)role, Convert.ToInt32(top ?? 0, CultureInfo.InvariantCulture));
        writing.Connection.Execute("insert into role_grants (user_id, role, organisation_id, \"limit\") values (@p0, @p1, @p2, @p3)", person, (int)role, top, limit?.Ore);
        return new PersonChanged(person, account, null);
    });

    public static Outcome<PersonChanged> Take(Installation installation, int person, int grant) => Change(installation, person, "take role", (writing, account) =>
    {
        var role = writing.Connection.Scalar("select role from role_grants where id = @p0 and user_id = @p1", grant, person);
        if (role is not null && IsActor(installation, account) && Convert.ToInt32(role, CultureInfo.InvariantCulture) == (int)Role.Administrator) return new Refusal(PersonRefusals.Oneself, account);
        writing.Connection.Execute("delete from role_grants where id = @p0 and user_id = @p1", grant, person);
        return new PersonChanged(person, account, null);
    });

    private static Outcome<PersonChanged> Change(Installation installation, int person, string verb, Func<Writing, string, Outcome<PersonChanged>> act)
    {
        using var writing = Writing.Begin(installation.Database);
        if (writing.Connection.Scalar("select user_name from users where id = @p0", person) is not string account) return new Refusal(PersonRefusals.UnknownPerson, "");
        var before = RolesOf(writing, person);
        var outcome = act(writing, account);
        if (!outcome.IsDone) return outcome;
        if (!IsActor(installation, account)) writing.Connection.Execute("update users set security_stamp = @p1 where id = @p0", person, Guid.NewGuid().ToString("N"));
        var changeSet = writing.AddChangeSet(installation.Clock.GetUtcNow(), installation.Actor, verb, null, account);
        History.Add(writing, changeSet, Subject.User, person, installation.Today, Json(account, before), Json(account, RolesOf(writing, person)));
        writing.Commit();
        return outcome;
    }

    private static bool IsAddress(string text) =>
        text.Length <= 254 && !text.Any(sign => char.IsControl(sign) || char.IsWhiteSpace(sign)) && MailAddress.TryCreate(text, out var parsed) && parsed.Address == text;

    private static bool IsActor(Installation installation, string account) => string.Equals(installation.Actor, account, StringComparison.OrdinalIgnoreCase);

    internal static List<string> RolesOf(Writing writing, int person) => writing.Connection.Rows(
        "select g.role, o.code from role_grants g left join organisations o on o.id = g.organisation_id where g.user_id = @p0 order by g.role, o.code",
        r => $"{Roles.Vocabulary.Word((Role)r.GetInt32(0))}@{r.Text(1) ?? "*"}", person);

    internal static string Json(string account, List<string> roles) => JsonSerializer.Serialize(new { account, roles }, History.Json);

    private static string NewPassword() => string.Join('-', Enumerable.Range(0, 4).Select(_ => System.Security.Cryptography.RandomNumberGenerator.GetString(Signs, 5)));
}
