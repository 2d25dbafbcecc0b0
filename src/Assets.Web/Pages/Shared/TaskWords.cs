using System.Globalization;
using System.Text.Json;
using Assets.Core.Values;
using Assets.Data.Storage;
using Assets.Operations.Jobs;
using Assets.Web.Resources;
using Assets.Web.Values;

namespace Assets.Web.Pages.Shared;

/// <summary>What a task came to, in the reader's words.</summary>
public static class TaskWords
{
    private const string ImportRefused = "import_refused";

    /// <summary>None while it is under way.</summary>
    public static TaskResult? ResultOf(LongTask task) => task.Result is null ? null : JsonSerializer.Deserialize<TaskResult>(task.Result);

    public static string Say(Words words, Formats formats, LongTask task, TaskResult? result)
    {
        if (task.State == TaskState.Interrupted) return words["task.interrupted.next"];
        if (result is { Refusal: ImportRefused }) return words.Of($"refusal.{ImportRefused}", ImportWords.Say(words, result.Values.GetValueOrDefault("code", ""), result.Values.GetValueOrDefault("detail", ""), result.Detail ?? ""));
        if (result?.Refusal is { } refusal) return words.Of($"refusal.{refusal}", result.Detail);
        if (result is null) return task.Subject;
        if (task.Kind == TaskQueue.Charge)
        {
            var anew = bool.Parse(result.Values["recalculated"]);
            return words.Of(anew ? "month.ran" : "month.unchanged", formats.Number(Value("count")), formats.Kronor(Money.FromOre(Value("total"))));
        }
        if (task.Kind == TaskQueue.Discover) return words.Count("discover.did", Value("count"), formats.Number(Value("count")));
        return words.Of(
            ImportInput.Of(task).DryRun ? "import.wouldDo" : "import.did",
            formats.Number(Value("read")), formats.Number(Value("created")), formats.Number(Value("updated")), formats.Number(Value("unchanged")), formats.Number(Value("rejected")));

        long Value(string name) => long.Parse(result.Values[name], CultureInfo.InvariantCulture);
    }
}
