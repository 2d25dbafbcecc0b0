using Assets.Support;
using Xunit;

namespace Assets.House.Tests.Commands;

/// <summary>tools/assets builds only what is older than its sources; here, a small tree whose program was just built.</summary>
public sealed class Freshness : IDisposable
{
    private const string Stamp = "tools/Assets.Cli/obj/release.stamp";
    private const string Program = "tools/Assets.Cli/bin/Release/net10.0/Assets.Cli.dll";

    private readonly TemporaryFolder root = new();
    private readonly DateTime built = new(2026, 5, 1, 12, 0, 0, DateTimeKind.Utc);

    public Freshness()
    {
        string[] files =
        [
            "src/Assets.Core/Money.cs", "src/Assets.Core/Period.cs", "src/Assets.Core/bin/x.dll", "src/Assets.Web/wwwroot/lib/x.css", "src/Assets.Web/node_modules/x/x.js",
            "Directory.Build.props", "Directory.Packages.props", "global.json", "tools/test", Program, Stamp,
        ];
        foreach (var file in files)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(root[file])!);
            File.WriteAllText(root[file], "");
        }
        foreach (var path in Directory.EnumerateFileSystemEntries(root.Path, "*", SearchOption.AllDirectories).Append(root.Path)) Touch(path, built.AddMinutes(-1));
        Touch(root[Stamp], built);
    }

    public void Dispose() => root.Dispose();

    [Fact]
    public void What_was_just_built_is_current() => Assert.True(IsCurrent());

    [Theory]
    [InlineData("src/Assets.Core/Money.cs", false)]
    [InlineData("Directory.Packages.props", false)]
    [InlineData("src/Assets.Core/bin/x.dll", true)]
    [InlineData("src/Assets.Web/wwwroot/lib/x.css", true)]
    [InlineData("src/Assets.Web/node_modules/x/x.js", true)]
    [InlineData("tools/test", true)]
    public void A_changed_source_makes_it_old_and_a_changed_product_does_not(string file, bool current)
    {
        Touch(root[file], built.AddMinutes(1));

        Assert.Equal(current, IsCurrent());
    }

    [Fact]
    public void A_removed_source_makes_it_old()
    {
        File.Delete(root["src/Assets.Core/Period.cs"]);

        Assert.False(IsCurrent());
    }

    [Theory]
    [InlineData(Program)]
    [InlineData(Stamp)]
    public void Without_the_program_or_its_stamp_it_is_old(string file)
    {
        File.Delete(root[file]);
        Touch(root["tools/Assets.Cli"], built.AddMinutes(-1));

        Assert.False(IsCurrent());
    }

    [Fact]
    public void A_failed_build_leaves_it_old_and_a_good_one_makes_it_current()
    {
        Touch(root["src/Assets.Core/Money.cs"], built.AddMinutes(1));

        Assert.NotEqual(0, Build("alone build_and_stamp false"));
        Assert.False(IsCurrent());
        Assert.Equal(0, Build("alone build_and_stamp true"));
        Assert.True(IsCurrent());
    }

    private static void Touch(string path, DateTime time)
    {
        if (Directory.Exists(path)) Directory.SetLastWriteTimeUtc(path, time);
        else File.SetLastWriteTimeUtc(path, time);
    }

    private bool IsCurrent() => Build("is_current") == 0;

    private int Build(string function) => Shell.Run("bash", "-c", $"root=$1; . tools/lib/build.sh; {function}", "bash", root.Path).Exit;
}
