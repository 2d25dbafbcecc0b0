using Assets.Data.Storage;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;

namespace Assets.Data.Access;

/// <summary>
/// People as Identity keeps them, with the authenticator's secret and the recovery codes sealed: whoever reads a copy of the database
/// has no second factor by it, as he has no password.
/// </summary>
internal sealed class SealedUserStore(AssetsDb context, IPersonalDataProtector seal, IdentityErrorDescriber describer) : UserOnlyStore<AppUser, AssetsDb, int>(context, describer)
{
    public override Task SetTokenAsync(AppUser user, string loginProvider, string name, string? value, CancellationToken cancellationToken) =>
        base.SetTokenAsync(user, loginProvider, name, value is null ? null : seal.Protect(value), cancellationToken);

    public override async Task<string?> GetTokenAsync(AppUser user, string loginProvider, string name, CancellationToken cancellationToken) =>
        await base.GetTokenAsync(user, loginProvider, name, cancellationToken) is { } value ? seal.Unprotect(value) : null;
}
