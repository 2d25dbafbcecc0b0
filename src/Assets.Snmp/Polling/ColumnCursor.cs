using System.Runtime.CompilerServices;
using Assets.Snmp.Profiles;
using Assets.Snmp.Wire;

namespace Assets.Snmp.Polling;

/// <summary>What a binding meant to the column it was asked for.</summary>
internal enum Step
{
    Row,
    End,
    NotIncreasing,
}

/// <summary>Where in a column a poll is: the instance read last, from which to go on.</summary>
internal sealed class ColumnCursor(Metric metric)
{
    private byte[] last = new byte[8];
    private int lastLength;

    public Metric Metric { get; } = metric;

    public int Rows { get; private set; }

    public bool Ended { get; private set; }

    /// <summary>The octets after the column's name of the row read last; empty at the start.</summary>
    public ReadOnlySpan<byte> Last => last.AsSpan(0, lastLength);

    public void End() => Ended = true;

    /// <summary>Takes the next binding of this column; an End or NotIncreasing ends it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public Step Take(in VarBindView varBind, out Instance instance)
    {
        instance = default;
        var column = Metric.Oid.Encoded;
        if (varBind.Type == SmiType.EndOfMibView || varBind.Name.Length <= column.Length || !varBind.Name.StartsWith(column))
        {
            Ended = true;
            return Step.End;
        }
        var tail = varBind.Name[column.Length..];
        if (EncodedName.Compare(tail, Last) <= 0)
        {
            Ended = true;
            return Step.NotIncreasing;
        }
        if (tail.Length > last.Length)
            last = new byte[tail.Length * 2];
        tail.CopyTo(last);
        lastLength = tail.Length;
        Rows++;
        instance = Instance.FromEncoded(tail);
        return Step.Row;
    }
}
