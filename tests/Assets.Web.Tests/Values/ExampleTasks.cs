using System.Text.Json;
using Assets.Operations.Jobs;
using Assets.Operations.Monitoring;

namespace Assets.Web.Tests.Values;

/// <summary>Long work that is done: a file that was tried, and a search that found two devices, one of them watched already.</summary>
internal static class ExampleTasks
{
    public const int Import = 1;
    public const int Discovery = 2;

    public static void Add(Example example)
    {
        DiscoveredDevice[] found = [Device("10.20.0.2", "sw-björk-02"), Device("10.20.9.9", ExampleFiles.Hostile)];
        Put(example, Import, "import", "sites sites.csv", new ImportInput("sites", "no-such-file.csv", "platser.csv", true, false, null), ("read", "3"), ("created", "1"), ("updated", "0"), ("unchanged", "2"), ("rejected", "0"));
        Put(example, Discovery, "discover", "10.20.0.0/24", new DiscoveryInput("10.20.0.0/24", 161, [1]), ("count", "2"), ("found", DiscoveryTask.Write(new Discovery(found))));
    }

    private static DiscoveredDevice Device(string address, string name) => JsonSerializer.Deserialize<DiscoveredDevice>($$"""{ "Address": "{{address}}", "Port": 161, "Version": "2c", "Community": 1, "SysName": {{JsonSerializer.Serialize(name)}} }""")!;

    private static void Put(Example example, int id, string kind, string subject, object input, params (string Name, string Value)[] values)
    {
        var at = (example.Clock.Now.UtcTicks - DateTimeOffset.UnixEpoch.Ticks) / TimeSpan.TicksPerMicrosecond;
        var result = JsonSerializer.Serialize(new TaskResult(null, null, values.ToDictionary(value => value.Name, value => value.Value, StringComparer.Ordinal)));
        using var connection = example.Installation.Database.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "insert into tasks (id, kind, subject, input, started_by, created_at, state, percent, done_count, seen_at, finished_at, result) values (@id, @kind, @subject, @input, 'tove', @at, 2, 0, 0, @at, @at, @result)";
        foreach (var (name, value) in new (string, object)[] { ("id", id), ("kind", kind), ("subject", subject), ("input", JsonSerializer.Serialize(input, input.GetType())), ("at", at), ("result", result) })
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = "@" + name;
            parameter.Value = value;
            command.Parameters.Add(parameter);
        }
        command.ExecuteNonQuery();
    }
}
