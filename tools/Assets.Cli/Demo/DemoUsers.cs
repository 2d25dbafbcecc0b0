using Assets.Core.Access;
using Assets.Operations;
using Assets.Seed.Loading;

namespace Assets.Cli.Demo;

/// <summary>Says who can sign in to the demo. A real installation has none of these accounts.</summary>
internal static class DemoUsers
{
    public static void Print(Installation installation, TextWriter to)
    {
        to.WriteLine("Sign in as one of the demo's invented users:");
        foreach (var (account, password) in DemoLoad.Accounts(installation))
            to.WriteLine($"  {account.Name,-13} {password ?? "(password not kept here)",-26} {Roles.Vocabulary.Word(account.Role).Replace('_', ' ')}{(account.OrganisationCode is { } code ? $" of {code}" : "")}");
    }
}
