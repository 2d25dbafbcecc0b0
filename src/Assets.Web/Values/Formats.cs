using System.Globalization;
using Assets.Core.Values;
using Assets.Operations;
using Assets.Web.Resources;

namespace Assets.Web.Values;

/// <summary>Numbers, amounts and times as the reader's language writes them. The forms are our own: a machine without language data shows the same.</summary>
public sealed class Formats(Installation installation, Words words)
{
    private static readonly NumberFormatInfo Swedish = new() { NumberGroupSeparator = "\u00A0", NumberDecimalSeparator = ",", NegativeSign = "\u2212" };
    private static readonly NumberFormatInfo English = new() { NumberGroupSeparator = ",", NumberDecimalSeparator = ".", NegativeSign = "\u2212" };

    private static bool IsSwedish => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "sv";

    private static NumberFormatInfo Signs => IsSwedish ? Swedish : English;

    public DateOnly Today => DateOnly.FromDateTime(installation.Clock.GetLocalNow().DateTime);

    public string Number(long number) => number.ToString("#,0", Signs);

    /// <summary>Two decimals, without the currency: for columns that say it once.</summary>
    public string Amount(Money money) => money.Kronor.ToString("#,0.00", Signs);

    /// <summary>An amount before it is rounded to the öre, with six decimals at most.</summary>
    public string Exact(decimal kronor) => kronor.ToString("#,0.00####", Signs);

    /// <summary>With a sign in front, for differences.</summary>
    public string Difference(Money money) => (money > Money.Zero ? "+" : "") + Amount(money);

    public string Kronor(Money money) => words.Of("format.kronor", Amount(money));

    /// <summary>Whole kronor, for figures that are read at a glance; the exact amount stands beside them somewhere.</summary>
    public string WholeKronor(Money money) => words.Of("format.kronor", decimal.Round(money.Kronor, 0, MidpointRounding.AwayFromZero).ToString("#,0", Signs));

    public string Percent(decimal share) => words.Of("format.percent", (share * 100).ToString("0.#", Signs));

    /// <summary>The day at the place on which an instant falls.</summary>
    public DateOnly DayOf(DateTimeOffset at) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, installation.Clock.LocalTimeZone).DateTime);

    /// <summary>An interest, in percent a year, with all its decimals: <c>1,25 %</c>.</summary>
    public string Interest(decimal percent) => words.Of("format.percent", percent.ToString("0.###", Signs));

    /// <summary>Of a device's height: <c>1,5 U</c>.</summary>
    public string RackUnits(decimal units) => words.Of("format.rackUnits", units.ToString("0.#", Signs));

    public string Day(DateOnly day) => IsSwedish
        ? day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
        : day.ToString("d MMM yyyy", CultureInfo.InvariantCulture);

    public string Day(DateOnly? day) => day is { } some ? Day(some) : "";

    public string Month(BillingMonth month) => $"{MonthName(month)} {month.Year.ToString(CultureInfo.InvariantCulture)}";

    public string ShortMonth(BillingMonth month) => MonthName(month)[..3];

    public string MonthName(BillingMonth month) => words[$"month.{month.Month.ToString(CultureInfo.InvariantCulture)}"];

    public string Time(DateTimeOffset at)
    {
        var local = TimeZoneInfo.ConvertTime(at, installation.Clock.LocalTimeZone);
        return local.ToString(IsSwedish ? "yyyy-MM-dd HH:mm" : "d MMM yyyy, HH:mm", CultureInfo.InvariantCulture);
    }

    public string Clock(DateTimeOffset at) => TimeZoneInfo.ConvertTime(at, installation.Clock.LocalTimeZone).ToString("HH:mm", CultureInfo.InvariantCulture);

    public string Ago(DateTimeOffset? at)
    {
        if (at is not { } then) return words["time.never"];
        var past = installation.Clock.GetUtcNow() - then;
        return past < TimeSpan.FromMinutes(1) ? words["time.now"] : words.Of("time.ago", Span(past));
    }

    /// <summary>The two largest parts: <c>12 d 4 h</c>.</summary>
    public string Span(TimeSpan span) => span switch
    {
        { TotalDays: >= 1 } => words.Of("time.days", Number((long)span.TotalDays), Number(span.Hours)),
        { TotalHours: >= 1 } => words.Of("time.hours", Number(span.Hours), Number(span.Minutes)),
        _ => words.Of("time.minutes", Number(span.Minutes)),
    };

    /// <summary>Bits a second, in the unit that keeps the number short.</summary>
    public string Rate(double bits)
    {
        string[] units = ["bit/s", "kbit/s", "Mbit/s", "Gbit/s", "Tbit/s"];
        var unit = 0;
        while (bits >= 1000 && unit < units.Length - 1)
        {
            bits /= 1000;
            unit++;
        }
        return $"{bits.ToString(bits >= 100 ? "0" : "0.#", Signs)}\u00A0{units[unit]}";
    }
}
