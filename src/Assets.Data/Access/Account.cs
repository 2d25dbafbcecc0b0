using System.Globalization;
using System.Text.Json;
using Assets.Core.Access;
using Assets.Core.Values;
using Assets.Data.Storage;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Assets.Data.Access;

/// <summary>A role given with an account: everywhere, or in the subtree of one organisation.</summary>
/// <param name="Limit">Of a budget holder: the most that an order may cost a month; none: no limit.</param>
public sealed record Appointed(Role Role, string? OrganisationCode = null, Money? Limit = null);

/// <summary>An account to be made: for the first administrator, for the demonstration, for tests.</summary>
/// <param name="Password">None for a person who signs in elsewhere only.</param>
public sealed record Account(string Name, string DisplayName, string? Password, string Language, IReadOnlyList<Appointed> Roles, string? Email = null)
{
    /// <summary>Makes the account, or leaves the one with that name as it is. Answers whether it was made.</summary>
    /// <exception cref="InvalidOperationException">A role names an organisation that is not there.</exception>
    public bool Create(Database database, TimeProvider clock, string actor)
    {
        using var writing = Writing.Begin(database);
        if (Insert(writing, clock, actor) is null) return false;
        writing.Commit();
        return true;
    }

    /// <summary>The new account's id; none where the name is taken.</summary>
    internal int? Insert(Writing writing, TimeProvider clock, string actor)
    {
        var key = Name.ToUpperInvariant(); // as Identity normalises names
        if (writing.Connection.Scalar("select id from users where normalized_user_name = @p0", key) is not null) return null;
        var changeSet = writing.AddChangeSet(clock.GetUtcNow(), actor, "add-user", null, null);
        using var context = writing.Database.NewContext(writing.Connection);
        context.Database.UseTransaction(writing.Transaction);
        var user = new AppUser { UserName = Name, NormalizedUserName = key, DisplayName = DisplayName, Language = Language, Email = Email, NormalizedEmail = Email?.ToUpperInvariant(), LockoutEnabled = true, SecurityStamp = Guid.NewGuid().ToString("N") };
        if (Password is not null) user.PasswordHash = new PasswordHasher<AppUser>().HashPassword(user, Password);
        context.Users.Add(user);
        context.SaveChanges();
        foreach (var role in Roles)
            context.RoleGrants.Add(new RoleGrantRow { UserId = user.Id, Role = role.Role, OrganisationId = role.OrganisationCode is { } code ? Organisation(writing, code) : null, Limit = role.Limit });
        context.History.Add(new HistoryRow
        {
            ChangeSetId = changeSet,
            Subject = Subject.User,
            SubjectId = user.Id,
            EffectiveOn = DateOnly.FromDateTime(clock.GetLocalNow().DateTime),
            After = JsonSerializer.Serialize(new { account = Name, roles = Roles.Select(r => string.Create(CultureInfo.InvariantCulture, $"{Core.Access.Roles.Vocabulary.Word(r.Role)}@{r.OrganisationCode ?? "*"}")) }),
        });
        context.SaveChanges();
        return user.Id;
    }

    private static int Organisation(Writing writing, string code) =>
        writing.Connection.Scalar("select id from organisations where code_key = @p0", Keys.Fold(code)) is { } id
            ? Convert.ToInt32(id, CultureInfo.InvariantCulture)
            : throw new InvalidOperationException($"No organisation has the code {code}.");
}
