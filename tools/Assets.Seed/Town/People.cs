namespace Assets.Seed.Town;

/// <summary>Account names such as anna.berg, made of common first names and names of things in the woods. No two are alike.</summary>
internal static class People
{
    private static readonly string[] First =
    [
        "anna", "erik", "maria", "lars", "karin", "anders", "sara", "johan", "emma", "per", "lena", "nils", "eva", "olle", "hanna", "jonas", "ulla",
        "mats", "ida", "bo", "elin", "peter", "britt", "hans", "klara", "ove", "moa", "leif", "tove", "rolf", "maja", "sven", "linn", "arne", "siv",
        "gustav", "ebba", "tage", "alma", "kjell", "frida", "axel", "signe",
    ];

    private static readonly string[] Last =
    [
        "berg", "lind", "ek", "strand", "holm", "nord", "dal", "sten", "fors", "ask", "alm", "hed", "skog", "kvist", "gran", "mo", "bjork", "rask",
        "vik", "sund", "falk", "tall", "blom", "lund", "back", "sjo", "hall", "ros", "lov", "ang", "norr", "vester", "oster", "soder", "ljung", "mark",
        "rud", "torn", "klint", "varg", "uggla",
    ];

    /// <summary>The account of the nth person, from 0; distinct for the first 1 763.</summary>
    public static string Account(int number)
    {
        var first = number % First.Length;
        var last = (number / First.Length + (first * 7)) % Last.Length;
        return number < First.Length * Last.Length ? $"{First[first]}.{Last[last]}" : $"{First[first]}.{Last[last]}{number / (First.Length * Last.Length) + 1}";
    }
}
