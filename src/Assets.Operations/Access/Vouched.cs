using Assets.Operations.Monitoring;
using Microsoft.Extensions.Configuration;

namespace Assets.Operations.Access;

/// <summary>A person as a directory or an identity provider vouches for them.</summary>
/// <param name="Provider"><c>openid</c> or <c>directory</c>.</param>
/// <param name="Subject">What the provider never gives to anybody else, unlike an account's name.</param>
/// <param name="Groups">All that they are in, as the provider names them.</param>
public sealed record Vouched(string Provider, string Subject, string Account, string Name, string? Email, IReadOnlyCollection<string> Groups)
{
    public const string OpenId = "openid";
    public const string Directory = "directory";
}

/// <summary>Somebody who is let in.</summary>
public sealed record Admitted(int Id, string Account);

/// <summary>Why somebody whom a provider vouches for is not let in.</summary>
public static class AdmissionRefusals
{
    /// <summary>There is no account of this name, and none is made by signing in. Detail: the name.</summary>
    public const string UnknownAccount = "admission_unknown";

    /// <summary>An administrator has locked the account.</summary>
    public const string Locked = "admission_locked";

    /// <summary>The account belongs to somebody else at the same provider: the name was given to a new person. Detail: the name.</summary>
    public const string SomebodyElse = "admission_somebody_else";

    /// <summary>The provider said too little: no subject or no account's name.</summary>
    public const string Incomplete = "admission_incomplete";

    public static IReadOnlyList<string> All { get; } = [UnknownAccount, Locked, SomebodyElse, Incomplete];
}

/// <summary>Whether signing in elsewhere makes an account here.</summary>
public static class AccountsSetting
{
    /// <summary>True for <c>create</c>; <c>known</c>, or nothing, lets those in who have an account.</summary>
    /// <exception cref="SettingRefusedException">It is neither.</exception>
    public static bool MayCreate(IConfigurationSection section) => section["Accounts"] switch
    {
        null or "" or "known" => false,
        "create" => true,
        var other => throw new SettingRefusedException($"The setting {section.Path}:Accounts is '{other}'. Write known or create."),
    };
}
