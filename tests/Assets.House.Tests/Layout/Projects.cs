using System.Xml.Linq;

namespace Assets.House.Tests.Layout;

/// <summary>A project file as the walls see it: what of ours it references, which packages, and to whom it shows its insides.</summary>
internal sealed record Project(string File, IReadOnlyList<string> References, IReadOnlyList<string> Packages, IReadOnlyList<string> ShownTo)
{
    public string Name => Path.GetFileNameWithoutExtension(File);

    public static IReadOnlyList<Project> All { get; } =
        [.. Repository.Files.Where(file => file.EndsWith(".csproj", StringComparison.Ordinal)).Select(file => Parse(file, Repository.Read(file)))];

    public static Project Parse(string file, string xml)
    {
        var root = XDocument.Parse(xml).Root!;
        IReadOnlyList<string> Included(string item) => [.. root.Descendants(item).Select(element => (string?)element.Attribute("Include")).OfType<string>().Order(StringComparer.Ordinal)];
        return new Project(file, [.. Included("ProjectReference").Select(path => Path.GetFileNameWithoutExtension(path.Replace('\\', '/')))], Included("PackageReference"), Included("InternalsVisibleTo"));
    }
}
