using System.Collections.Concurrent;
using System.Diagnostics;
using Assets.Data.Storage;
using Assets.Operations.Jobs;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Xunit;

namespace Assets.Operations.Tests.Jobs;

/// <summary>A host with the installation's jobs, as the web has them, and everything that it logs.</summary>
internal sealed class RunningJobs : IAsyncDisposable
{
    private readonly IHost host;
    private readonly Lines lines;
    private readonly Database database;

    private RunningJobs(IHost host, Lines lines, Database database)
    {
        this.host = host;
        this.lines = lines;
        this.database = database;
    }

    public TaskQueue Queue => host.Services.GetRequiredService<TaskQueue>();

    public string Log => string.Join('\n', lines.All);

    public IReadOnlyList<string> Troubles => [.. lines.All.Where(line => line.StartsWith("Error", StringComparison.Ordinal) || line.StartsWith("Critical", StringComparison.Ordinal))];

    public static async Task<RunningJobs> StartAsync(Installation installation)
    {
        var lines = new Lines();
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Logging.SetMinimumLevel(LogLevel.Trace).AddProvider(lines);
        builder.Services.AddAssetsJobs(installation);
        var host = builder.Build();
        await host.StartAsync(TestContext.Current.CancellationToken);
        return new RunningJobs(host, lines, installation.Database);
    }

    /// <summary>Waits until so many more passes have ended; a scheduler that stands still is a failure, not a test that never ends.</summary>
    public async Task PassesAsync(int count)
    {
        var patience = Stopwatch.StartNew();
        for (var wanted = Count() + count; Count() < wanted;)
        {
            Assert.True(patience.Elapsed < TimeSpan.FromMinutes(3), $"No pass for a long time:\n{Log}");
            await Task.Delay(50, TestContext.Current.CancellationToken);
        }
    }

    /// <summary>Waits until a task is no longer under way.</summary>
    public async Task<LongTask> EndAsync(int task)
    {
        var patience = Stopwatch.StartNew();
        while (true)
        {
            var now = LongTask.Find(database, task)!;
            if (!now.IsUnderWay) return now;
            Assert.True(patience.Elapsed < TimeSpan.FromMinutes(3), $"Task {task} is still {now.State}:\n{Log}");
            await Task.Delay(50, TestContext.Current.CancellationToken);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await host.StopAsync();
        host.Dispose();
    }

    private long Count()
    {
        using var connection = database.Open();
        return connection.Number("select count(*) from qrtz_execution_history where job_name = 'poll'");
    }

    private sealed class Lines : ILoggerProvider, ILogger
    {
        public ConcurrentQueue<string> All { get; } = [];

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            All.Enqueue($"{logLevel} {formatter(state, exception)} {exception}");

        public void Dispose()
        {
        }
    }
}
