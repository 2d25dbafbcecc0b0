using System.Diagnostics;
using Assets.Support;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Xunit;

namespace Assets.House.Tests;

/// <summary>The repository's own files: what git tracks, and what it would track once added.</summary>
internal static class Repository
{
    private static readonly Lazy<IReadOnlyList<string>> TrackedFiles = new(() => Git("ls-files --cached --others --exclude-standard -z") is { } listed
        ? [.. listed.Split('\0', StringSplitOptions.RemoveEmptyEntries).Where(file => File.Exists(FullPath(file))).Order(StringComparer.Ordinal)]
        : [.. Walk(RepositoryRoot.Path).Order(StringComparer.Ordinal)]);

    private static readonly Lazy<IReadOnlyList<CSharpSource>> CSharpSources = new(() =>
        [.. Files.Where(IsHandWritten).Select(file => CSharpSource.Parse(file, Read(file)))]);

    /// <summary>Paths from the root with forward slashes, sorted.</summary>
    public static IReadOnlyList<string> Files => TrackedFiles.Value;

    /// <summary>The C# that people write: not migrations, not what a generator leaves.</summary>
    public static IReadOnlyList<CSharpSource> Sources => CSharpSources.Value;

    public static string FullPath(string file) => Path.Combine(RepositoryRoot.Path, file);

    public static string Read(string file) => File.ReadAllText(FullPath(file));

    /// <summary>What git answers, or nothing where git or its history is missing, as in an unpacked archive.</summary>
    public static string? Git(string arguments)
    {
        var start = new ProcessStartInfo("git", $"-c safe.directory=* {arguments}")
        {
            WorkingDirectory = RepositoryRoot.Path,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        try
        {
            using var git = Process.Start(start)!;
            git.ErrorDataReceived += (_, _) => { };
            git.BeginErrorReadLine();
            var output = git.StandardOutput.ReadToEnd();
            git.WaitForExit();
            return git.ExitCode == 0 ? output : null;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null; // git is not installed
        }
    }

    /// <summary>Fails with every offence at once, one a line, so that a day's work is mended in one go.</summary>
    public static void AssertNone(IEnumerable<string> offences)
    {
        var found = offences.ToList();
        Assert.True(found.Count == 0, string.Join('\n', found));
    }

    private static bool IsHandWritten(string file) =>
        file.EndsWith(".cs", StringComparison.Ordinal) && !file.Contains("/Migrations/", StringComparison.Ordinal) && !file.EndsWith(".g.cs", StringComparison.Ordinal);

    private static IEnumerable<string> Walk(string folder)
    {
        string[] ignored = [".git", "bin", "obj", "var", "node_modules", "TestResults", "BenchmarkDotNet.Artifacts"];
        foreach (var file in Directory.GetFiles(folder)) yield return Path.GetRelativePath(RepositoryRoot.Path, file).Replace('\\', '/');
        foreach (var inner in Directory.GetDirectories(folder).Where(inner => !ignored.Contains(Path.GetFileName(inner)) && !inner.EndsWith("wwwroot/lib", StringComparison.Ordinal)))
            foreach (var file in Walk(inner)) yield return file;
    }
}

/// <summary>One C# file and its syntax; no meaning is bound, the house rules are about what is written.</summary>
internal sealed record CSharpSource(string File, string Text, SyntaxNode Syntax)
{
    public static CSharpSource Parse(string file, string text) => new(file, text, CSharpSyntaxTree.ParseText(text).GetRoot());

    public int Lines => Text.Split('\n').Length - (Text.EndsWith('\n') ? 1 : 0);

    public int LineOf(SyntaxNode node) => Syntax.SyntaxTree.GetLineSpan(node.Span).StartLinePosition.Line + 1;

    public string Place(SyntaxNode node) => $"{File}:{LineOf(node)}";
}
