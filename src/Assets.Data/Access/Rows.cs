using Assets.Core.Access;
using Assets.Core.Values;
using Microsoft.AspNetCore.Identity;

namespace Assets.Data.Access;

/// <summary>A person who signs in. Account name and display name only: no personal identity number.</summary>
public sealed class AppUser : IdentityUser<int>
{
    public string DisplayName { get; set; } = "";

    /// <summary><c>sv</c> or <c>en</c>.</summary>
    public string Language { get; set; } = "sv";

    /// <summary>Whether mails that bear waiting come as one a day.</summary>
    public bool MailDigest { get; set; }
}

/// <summary>A role that a person has, everywhere or in the subtree of one organisation.</summary>
internal sealed class RoleGrantRow
{
    public int Id { get; set; }
    public int UserId { get; set; }
    public Role Role { get; set; }
    public int? OrganisationId { get; set; }

    /// <summary>Of a budget holder: the most that an order may cost a month. None: no limit.</summary>
    public Money? Limit { get; set; }

    /// <summary>Given because of a group at the organisation's own sign-in, and taken away when the person is in it no more. False for what somebody gave by hand.</summary>
    public bool FromGroups { get; set; }
}

/// <summary>The first start of an installation: begun with the first administrator, closed for good when he says so. No row: it was never begun here.</summary>
internal sealed class SetupRow
{
    public int Id { get; set; }
    public DateTimeOffset BegunAt { get; set; }
    public DateTimeOffset? FinishedAt { get; set; }
}
