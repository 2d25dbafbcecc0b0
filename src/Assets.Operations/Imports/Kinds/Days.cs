using Assets.Data.Storage;

namespace Assets.Operations.Imports.Kinds;

/// <summary>Days as a table of codes holds and compares them.</summary>
internal static class Days
{
    public static object? Number(DateOnly? day) => day is { } given ? (long)Conventions.ToNumber(given) : null;

    public static DateOnly? Of(object? number) => number is long given ? Conventions.ToDay((int)given) : null;

    /// <summary>Files speak of a last day, tables of the first day after it.</summary>
    public static DateOnly? LastBefore(object? number) => Of(number)?.AddDays(-1);
}
