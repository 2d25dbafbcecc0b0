using System.Diagnostics;
using System.Text;
using Assets.Support;

namespace Assets.Export.Tests.Workbooks;

/// <summary>LibreOffice as the second reader: opens a workbook and gives its sheets as CSV.</summary>
internal static class LibreOffice
{
    // Comma, quote, UTF-8, from the first line; values as shown in the cell or as they are; all sheets (-1).
    private const string Filter = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,{0},false,false,-1";

    // Otherwise the values that stand in the file would be shown, and a wrong formula would pass.
    private const string AlwaysRecalculate = """
        <?xml version="1.0" encoding="UTF-8"?>
        <oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
        <item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>{0}</value></prop></item>
        </oor:items>
        """;

    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(3);

    public static bool Missing => Find() is null;

    /// <param name="recalculate">True: every formula is calculated here; false: the values in the file are taken.</param>
    /// <param name="asShown">True: texts as a person sees them; false: numbers as they are.</param>
    /// <returns>The lines of fields of each sheet, by its name.</returns>
    public static IReadOnlyDictionary<string, string[][]> Read(Action<Stream> write, bool recalculate, bool asShown)
    {
        using var folder = new TemporaryFolder();
        var book = Path.Combine(folder.Path, "book.xlsx");
        using (var stream = File.Create(book)) write(stream);
        var profile = Path.Combine(folder.Path, "profile");
        Directory.CreateDirectory(Path.Combine(profile, "user"));
        File.WriteAllText(Path.Combine(profile, "user", "registrymodifications.xcu"), string.Format(null, AlwaysRecalculate, recalculate ? 0 : 1));
        Run($"-env:UserInstallation={new Uri(profile).AbsoluteUri}", "--headless", "--convert-to", string.Format(null, Filter, asShown ? "true" : "false"), "--outdir", folder.Path, book);
        return Directory.GetFiles(folder.Path, "book-*.csv").ToDictionary(
            file => Path.GetFileNameWithoutExtension(file)["book-".Length..].Normalize(),
            file => Fields(File.ReadAllText(file, Encoding.UTF8)));
    }

    private static void Run(params string[] arguments)
    {
        using var office = Process.Start(new ProcessStartInfo(Find()!, arguments) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true })!;
        var output = office.StandardOutput.ReadToEndAsync();
        var errors = office.StandardError.ReadToEndAsync();
        if (!office.WaitForExit(Longest))
        {
            office.Kill(entireProcessTree: true);
            Assert.Fail($"LibreOffice did not end within {Longest}.");
        }
        Assert.True(office.ExitCode == 0, $"LibreOffice ended with {office.ExitCode}: {output.Result} {errors.Result}");
    }

    private static string? Find() => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .Select(folder => Path.Combine(folder, "soffice"))
        .FirstOrDefault(File.Exists);

    private static string[][] Fields(string csv)
    {
        var lines = new List<string[]>();
        var line = new List<string>();
        var field = new StringBuilder();
        var quoted = false;
        for (var i = 0; i < csv.Length; i++)
        {
            var c = csv[i];
            if (quoted && c == '"' && i + 1 < csv.Length && csv[i + 1] == '"') field.Append(csv[++i]);
            else if (c == '"') quoted = !quoted;
            else if (!quoted && c is ',' or '\n' && !quoted)
            {
                line.Add(field.ToString());
                field.Clear();
                if (c == ',') continue;
                lines.Add([.. line]);
                line.Clear();
            }
            else field.Append(c);
        }
        return [.. lines];
    }
}
