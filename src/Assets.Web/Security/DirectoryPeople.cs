using Assets.Data.Access;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Assets.Web.Security;

/// <summary>
/// The people, whose passwords lie here or in the directory. Asked at this place and not before it, so that all that surrounds a
/// password holds for both: the lock after wrong ones, an administrator's lock, the second factor.
/// </summary>
internal sealed class DirectoryPeople(
    IUserStore<AppUser> store,
    IOptions<IdentityOptions> options,
    IPasswordHasher<AppUser> hasher,
    IEnumerable<IUserValidator<AppUser>> userValidators,
    IEnumerable<IPasswordValidator<AppUser>> passwordValidators,
    ILookupNormalizer normalizer,
    IdentityErrorDescriber errors,
    IServiceProvider services,
    ILogger<UserManager<AppUser>> log,
    DirectoryDoor directory)
    : UserManager<AppUser>(store, options, hasher, userValidators, passwordValidators, normalizer, errors, services, log)
{
    public override async Task<bool> CheckPasswordAsync(AppUser user, string password) =>
        await base.CheckPasswordAsync(user, password) || await directory.Opens(user, password);
}
