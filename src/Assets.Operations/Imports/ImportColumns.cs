namespace Assets.Operations.Imports;

/// <summary>The columns of one kind of file.</summary>
public sealed record ImportColumns(IReadOnlyList<string> Required, IReadOnlyList<string> Optional)
{
    public ImportColumns(params string[] required)
        : this(required, [])
    {
    }

    public IReadOnlyList<string> All { get; } = [.. Required, .. Optional];
}
