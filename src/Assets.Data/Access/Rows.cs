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
}
