using System.Globalization;
using Assets.Core.Access;
using Assets.Core.Values;
using Assets.Operations.Monitoring;
using Microsoft.Extensions.Configuration;

namespace Assets.Operations.Access;

/// <summary>A role that everybody in a group has: <c>Assets:GroupRoles:0:Group</c>, <c>:Role</c> and, where it is not for the whole, <c>:Organisation</c>.</summary>
/// <param name="Group">As the directory or the identity provider names it; capital letters make no difference.</param>
/// <param name="Organisation">The code of the top of what the role is for; none for everywhere.</param>
/// <param name="Limit">Of a budget holder: the most that an order may cost a month.</param>
public sealed record GroupRole(string Group, Role Role, string? Organisation, Money? Limit)
{
    /// <exception cref="SettingRefusedException">A row lacks its group, or names a role that there is not.</exception>
    public static IReadOnlyList<GroupRole> Read(IConfiguration settings) => [.. settings.GetSection("Assets:GroupRoles").GetChildren().Select(Read)];

    private static GroupRole Read(IConfigurationSection row)
    {
        if (string.IsNullOrWhiteSpace(row["Group"])) throw new SettingRefusedException($"The setting {row.Path} names no Group.");
        if (!Roles.Vocabulary.TryParse(row["Role"], out var role))
            throw new SettingRefusedException($"The setting {row.Path}:Role is '{row["Role"]}'. Write one of {string.Join(", ", Roles.Vocabulary.Words)}.");
        Money? limit = null;
        if (!string.IsNullOrWhiteSpace(row["Limit"]))
        {
            if (!decimal.TryParse(row["Limit"], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var kronor))
                throw new SettingRefusedException($"The setting {row.Path}:Limit is '{row["Limit"]}'. Write kronor a month, as 25000.");
            limit = Money.FromKronor(kronor);
        }
        return new GroupRole(row["Group"]!.Trim(), role, string.IsNullOrWhiteSpace(row["Organisation"]) ? null : row["Organisation"]!.Trim(), limit);
    }
}
