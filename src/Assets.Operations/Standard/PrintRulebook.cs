using Assets.Core.Standard;
using Assets.Export.Documents;

namespace Assets.Operations.Standard;

/// <summary>The rulebook as a PDF, made when it is asked for.</summary>
public static class PrintRulebook
{
    public static byte[] Run(Installation installation, Rulebook book)
    {
        using var file = new MemoryStream();
        RulebookDocument.Write(file, book, installation.Clock.GetLocalNow());
        return file.ToArray();
    }
}
