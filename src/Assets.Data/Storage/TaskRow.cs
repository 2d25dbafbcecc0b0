namespace Assets.Data.Storage;

/// <summary>Where long work stands. The numbers are stored: they never change.</summary>
public enum TaskState
{
    Waiting = 0,
    Running = 1,
    Done = 2,
    Failed = 3,

    /// <summary>The program ended in the middle of it. All of it was written or nothing; started again, it does what is left to do.</summary>
    Interrupted = 4,
}

/// <summary>Work that takes longer than a page: what, for whom, and how far it has come.</summary>
internal sealed class TaskRow
{
    public int Id { get; set; }
    public required string Kind { get; set; }

    /// <summary>What it is about, such as a month or a file's name.</summary>
    public required string Subject { get; set; }

    /// <summary>How to do it, as JSON: enough to start it again.</summary>
    public required string Input { get; set; }
    public required string StartedBy { get; set; }
    public DateTimeOffset CreatedAt { get; set; }
    public TaskState State { get; set; }

    /// <summary>Not used, as the next: how far it has come lies in memory, since on SQLite nobody else can write while a month is written.</summary>
    public int Percent { get; set; }
    public long DoneCount { get; set; }

    /// <summary>When its state changed last.</summary>
    public DateTimeOffset SeenAt { get; set; }
    public DateTimeOffset? FinishedAt { get; set; }

    /// <summary>What came of it, as JSON; of a failure, why.</summary>
    public string? Result { get; set; }
}
