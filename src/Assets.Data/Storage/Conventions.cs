using System.Globalization;
using System.Text;
using Assets.Core.Values;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Assets.Data.Storage;

/// <summary>How values lie in both databases: money as öre, days as the number yyyymmdd, instants as UTC microseconds, names in snake_case.</summary>
internal static class Conventions
{
    public static int ToNumber(DateOnly day) => day.Year * 10_000 + day.Month * 100 + day.Day;

    public static DateOnly ToDay(int number) => new(number / 10_000, number / 100 % 100, number % 100);

    public static long ToMicroseconds(DateTimeOffset at) => (at.UtcTicks - DateTimeOffset.UnixEpoch.Ticks) / TimeSpan.TicksPerMicrosecond;

    public static DateTimeOffset ToInstant(long microseconds) =>
        new(DateTimeOffset.UnixEpoch.Ticks + microseconds * TimeSpan.TicksPerMicrosecond, TimeSpan.Zero);

    public static void Apply(ModelConfigurationBuilder builder)
    {
        builder.Properties<Money>().HaveConversion<MoneyConverter>();
        builder.Properties<DateOnly>().HaveConversion<DayConverter>();
        builder.Properties<DateTimeOffset>().HaveConversion<InstantConverter>();
        builder.Properties<BillingMonth>().HaveConversion<MonthConverter>();
    }

    public static void NameInSnakeCase(IMutableModel model)
    {
        foreach (var entity in model.GetEntityTypes())
        {
            if (entity.IsMappedToJson())
            {
                entity.SetContainerColumnName(Snake(entity.GetContainerColumnName()!));
                continue; // what lies in it are names in a text, not columns
            }
            if (entity.GetTableName() is { } table) entity.SetTableName(Snake(table));
            foreach (var property in entity.GetProperties()) property.SetColumnName(Snake(property.GetColumnName()));
            foreach (var key in entity.GetKeys()) key.SetName(Snake(key.GetName()!));
            foreach (var index in entity.GetIndexes()) index.SetDatabaseName(Snake(index.GetDatabaseName()!));
            foreach (var foreign in entity.GetForeignKeys()) foreign.SetConstraintName(Snake(foreign.GetConstraintName()!));
        }
    }

    private static string Snake(string name)
    {
        var text = new StringBuilder(name.Length + 8);
        for (var i = 0; i < name.Length; i++)
        {
            if (char.IsUpper(name[i]) && i > 0 && name[i - 1] != '_' && !char.IsUpper(name[i - 1])) text.Append('_');
            text.Append(char.ToLower(name[i], CultureInfo.InvariantCulture));
        }
        return text.ToString();
    }

    private sealed class MoneyConverter() : ValueConverter<Money, long>(money => money.Ore, ore => Money.FromOre(ore));

    private sealed class DayConverter() : ValueConverter<DateOnly, int>(day => ToNumber(day), number => ToDay(number));

    private sealed class InstantConverter() : ValueConverter<DateTimeOffset, long>(at => ToMicroseconds(at), micros => ToInstant(micros));

    private sealed class MonthConverter() : ValueConverter<BillingMonth, int>(month => month.Number, number => BillingMonth.FromNumber(number));
}
