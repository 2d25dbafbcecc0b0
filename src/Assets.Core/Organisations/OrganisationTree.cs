using System.Diagnostics.CodeAnalysis;
using Assets.Core.Values;

namespace Assets.Core.Organisations;

/// <summary>
/// The organisations as they hang together: who is above whom, whose legal entity a unit is, which customer pays. Immutable; codes are
/// looked up without regard to case, as everywhere. Made by <see cref="Build"/>, which leaves out what does not hang together.
/// </summary>
public sealed partial class OrganisationTree
{
    private readonly Dictionary<string, Node> index;

    private OrganisationTree(Dictionary<string, Node> index) => this.index = index;

    public int Count => index.Count;

    /// <summary>Those without a parent, by code.</summary>
    public IEnumerable<Organisation> Roots =>
        index.Values.Where(node => node.Parent is null).Select(node => node.Organisation).OrderBy(root => root.Code, CodePointOrder.Instance);

    public bool TryFind(string code, [NotNullWhen(true)] out Organisation? organisation)
    {
        organisation = index.GetValueOrDefault(code)?.Organisation;
        return organisation is not null;
    }

    /// <summary>From the parent up to the root; empty for a root.</summary>
    /// <exception cref="KeyNotFoundException">No such code, as in every question below.</exception>
    public IReadOnlyList<Organisation> AncestorsOf(string code)
    {
        var ancestors = new List<Organisation>();
        for (var node = index[code].Parent; node is not null; node = node.Parent) ancestors.Add(node.Organisation);
        return ancestors;
    }

    /// <summary>The organisation itself and all below it, parents before children, siblings by code.</summary>
    public IReadOnlyList<Organisation> SubtreeOf(string code)
    {
        var below = new List<Organisation>();
        var waiting = new Stack<Node>();
        waiting.Push(index[code]);
        while (waiting.TryPop(out var node))
        {
            below.Add(node.Organisation);
            for (var i = node.Children.Count - 1; i >= 0; i--) waiting.Push(node.Children[i]);
        }
        return below;
    }

    /// <summary>True where the first is the second or hangs anywhere below it.</summary>
    public bool IsWithin(string code, string top)
    {
        var above = index[top];
        for (var node = index[code]; node is not null; node = node.Parent)
        {
            if (node == above) return true;
        }
        return false;
    }

    /// <summary>The nearest legal entity, itself included. A company under a municipality is its own, never the municipality's.</summary>
    public Organisation LegalEntityOf(string code)
    {
        var node = index[code];
        while (!node.Organisation.IsLegalEntity) node = node.Parent ?? throw new InvalidOperationException($"{code} belongs to no legal entity.");
        return node.Organisation;
    }

    /// <summary>The administration that a unit belongs to, in whichever municipality; the legal entity itself where it belongs to none.</summary>
    public Organisation AdministrationOf(string code)
    {
        Organisation? administration = null;
        for (var node = index[code]; node is not null; node = node.Parent)
        {
            if (node.Organisation.Kind == OrganisationKind.Administration) administration = node.Organisation;
            if (node.Organisation.IsLegalEntity) return administration ?? node.Organisation;
        }
        throw new InvalidOperationException($"{code} belongs to no legal entity.");
    }

    /// <summary>
    /// Who is charged for a unit: its legal entity; inside the host entity, where nothing is invoiced, the administration. A unit that
    /// hangs directly under the host entity is charged to the host entity itself.
    /// </summary>
    public Organisation CustomerOf(string code, string hostCode)
    {
        var entity = LegalEntityOf(code);
        return entity == index[hostCode].Organisation ? AdministrationOf(code) : entity;
    }

    private sealed class Node(Organisation organisation, Node? parent)
    {
        public Organisation Organisation { get; } = organisation;

        public Node? Parent { get; } = parent;

        public List<Node> Children { get; } = [];
    }
}
