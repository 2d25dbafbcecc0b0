using Assets.Data.Storage;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace Assets.Data.Access;

public static class IdentityStore
{
    /// <summary>ASP.NET Core Identity with its people in the installation's database. Accounts are made by an administrator, never by the one who signs in.</summary>
    public static IdentityBuilder AddAssetsIdentity(this IServiceCollection services, Database database, Action<IdentityOptions> configure)
    {
        services.AddScoped(_ => database.NewContext());
        return services.AddIdentityCore<AppUser>(configure).AddUserStore<SealedUserStore>().AddTokenProvider<AuthenticatorTokenProvider<AppUser>>(TokenOptions.DefaultAuthenticatorProvider);
    }
}
