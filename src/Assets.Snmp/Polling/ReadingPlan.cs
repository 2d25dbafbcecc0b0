using Assets.Snmp.Profiles;
using Assets.Snmp.Wire;

namespace Assets.Snmp.Polling;

/// <summary>
/// What is still to be read from one target. Single objects first: scalars, and where a profile has many columns one probe
/// a column, so that a table the device lacks costs one binding and not a row of them. Then the columns that exist, side by side.
/// </summary>
internal sealed class ReadingPlan
{
    // Up to so many columns are begun at once, unprobed: if-basic then needs no request for finding out.
    private const int FewColumns = 8;

    private readonly Profile profile;
    private readonly bool probe;

    public ReadingPlan(Profile profile)
    {
        this.profile = profile;
        probe = profile.Unconditional.Count(m => m.Kind == MetricKind.Column) > FewColumns;
        Add(profile.Unconditional);
    }

    /// <summary>Scalars and probes not yet answered, in order.</summary>
    public List<Metric> Singles { get; } = [];

    /// <summary>Columns that are being read.</summary>
    public List<ColumnCursor> Columns { get; } = [];

    public bool IsDone => Singles.Count == 0 && Columns.Count == 0;

    /// <summary>The device has told what it is: the families of its maker are added.</summary>
    public void Recognise(ObjectId sysObjectId)
    {
        if (profile.IsConditional)
            Add(profile.Special(sysObjectId));
    }

    /// <summary>A probe found rows: the column is read from its start on.</summary>
    public void Begin(Metric column) => Columns.Add(new ColumnCursor(column));

    /// <summary>The device has no row of this; what stands in for it is read instead.</summary>
    public void Missing(Metric metric)
    {
        if (profile.FallbackOf(metric) is { } standIn)
            Add([standIn]);
    }

    /// <summary>Takes out the columns that have ended, and puts stand-ins in for those that turned out empty.</summary>
    public void DropEnded()
    {
        for (var i = Columns.Count - 1; i >= 0; i--)
        {
            var column = Columns[i];
            if (!column.Ended)
                continue;
            Columns.RemoveAt(i);
            if (column.Rows == 0)
                Missing(column.Metric);
        }
    }

    private void Add(IEnumerable<Metric> metrics)
    {
        foreach (var metric in metrics)
        {
            if (metric.Kind == MetricKind.Scalar || probe)
                Singles.Add(metric);
            else
                Begin(metric);
        }
    }
}
