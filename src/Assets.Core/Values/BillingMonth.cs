using System.Globalization;

namespace Assets.Core.Values;

/// <summary>A calendar month that charges belong to, written <c>2026-05</c> and stored as the number 202605.</summary>
public readonly record struct BillingMonth : IComparable<BillingMonth>
{
    public BillingMonth(int year, int month)
    {
        _ = new DateOnly(year, month, 1); // refuses what is no month
        Number = year * 100 + month;
    }

    /// <summary>Year × 100 + month, so that it sorts and stores as a plain number.</summary>
    public int Number { get; }

    public int Year => Number / 100;

    public int Month => Number % 100;

    public DateOnly First => new(Year, Month, 1);

    /// <summary>The first day after the month.</summary>
    public DateOnly Until => First.AddMonths(1);

    public DateOnly Last => Until.AddDays(-1);

    public int Days => DateTime.DaysInMonth(Year, Month);

    public Period Period => new(First, Until);

    public BillingMonth Next => Of(First.AddMonths(1));

    public BillingMonth Previous => Of(First.AddMonths(-1));

    public static BillingMonth Of(DateOnly day) => new(day.Year, day.Month);

    public static BillingMonth FromNumber(int number) => new(number / 100, number % 100);

    public static bool TryParse(string? text, out BillingMonth month)
    {
        month = default;
        if (!DateOnly.TryParseExact(text + "-01", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) return false;
        month = Of(day);
        return true;
    }

    public static bool operator <(BillingMonth a, BillingMonth b) => a.Number < b.Number;

    public static bool operator >(BillingMonth a, BillingMonth b) => a.Number > b.Number;

    public static bool operator <=(BillingMonth a, BillingMonth b) => a.Number <= b.Number;

    public static bool operator >=(BillingMonth a, BillingMonth b) => a.Number >= b.Number;

    public int CompareTo(BillingMonth other) => Number.CompareTo(other.Number);

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Year:0000}-{Month:00}");
}
