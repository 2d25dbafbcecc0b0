using Assets.Core.Rentals;
using Assets.Core.Values;

namespace Assets.Operations.Rentals;

/// <summary>Lets a line go on after it ended, or in a gap, on terms of its own: the same workplace with another machine after the summer.</summary>
public static class ResumeLine
{
    /// <param name="request">With the code of the line, whose contract stays.</param>
    public static Outcome<LineChanged> Run(Installation installation, LineRequest request) =>
        LineChange.Do(installation, new LineName(request.LineCode ?? "", request.Seen), request.From, "resume line", request.Reason, (line, register) =>
            request.MakeSegment(register).TryGet(out var segment, out var refusal) ? LineTimeline.Resume(line.Snapshot, segment) : refusal);
}
