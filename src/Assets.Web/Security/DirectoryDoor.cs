using System.Globalization;
using Assets.Data.Access;
using Assets.Operations;
using Assets.Operations.Access;
using Microsoft.AspNetCore.Identity;

namespace Assets.Web.Security;

/// <summary>Passwords that the directory knows, for the length of a sign-in. Without a directory in the settings it opens to nobody.</summary>
public sealed class DirectoryDoor(Installation installation, ILogger<DirectoryDoor> log)
{
    private readonly DirectoryServer? server = DirectorySettings.Read(installation.Settings) is { } settings ? new DirectoryServer(settings) : null;
    private (int Person, string Password)? proved;

    /// <summary>What kept somebody from being let in whose password may well be right.</summary>
    public string? Problem { get; private set; }

    /// <summary>Somebody of a name that no account has: made where the settings say so, or found again under the name they had before.</summary>
    public async Task<AppUser?> Introduce(UserManager<AppUser> people, string account, string password)
    {
        if (await Admit(account, password) is not { } admitted) return null;
        proved = (admitted.Id, password); // the directory counts attempts too: it is asked once
        return await people.FindByIdAsync(admitted.Id.ToString(CultureInfo.InvariantCulture));
    }

    public async Task<bool> Opens(AppUser user, string password) =>
        proved == (user.Id, password) || (await Admit(user.UserName ?? "", password))?.Id == user.Id;

    private async Task<Admitted?> Admit(string account, string password)
    {
        if (server is null) return null;
        try
        {
            if (!(await server.Ask(account, password, CancellationToken.None)).TryGet(out var vouched, out _)) return null;
            if (AdmitPerson.Run(installation, vouched, server.Settings.MayCreate).TryGet(out var admitted, out var refusal)) return admitted;
            log.LogWarning("{Account} is in the directory and not let in: {Refusal}", account, refusal.Code);
            Problem = refusal.Code;
        }
        catch (DirectoryAwayException away)
        {
            log.LogError(away, "Nobody whose password lies in the directory can sign in");
            Problem = SignInProblems.DirectoryAway;
        }
        return null;
    }
}
