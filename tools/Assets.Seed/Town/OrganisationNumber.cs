using System.Globalization;

namespace Assets.Seed.Town;

/// <summary>Invented organisation numbers with a right check digit.</summary>
internal static class OrganisationNumber
{
    /// <param name="prefix">Six digits, the third at least 2.</param>
    public static string Invent(string prefix, int number)
    {
        var digits = string.Create(CultureInfo.InvariantCulture, $"{prefix}{number:000}");
        var sum = 0;
        for (var i = 0; i < digits.Length; i++)
        {
            var weighed = (digits[i] - '0') * (i % 2 == 0 ? 2 : 1);
            sum += weighed > 9 ? weighed - 9 : weighed;
        }
        return string.Create(CultureInfo.InvariantCulture, $"{prefix}-{number:000}{(10 - (sum % 10)) % 10}");
    }
}
