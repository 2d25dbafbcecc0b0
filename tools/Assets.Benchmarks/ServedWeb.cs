using System.Diagnostics;
using Assets.Data.Storage;
using Assets.Operations;
using Assets.Operations.Jobs;
using Assets.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Assets.Benchmarks;

/// <summary>The web in a process of its own, so that its processor time is its own too. It ends with the one that started it.</summary>
internal sealed class ServedWeb : IDisposable
{
    public const string Verb = "served-web";

    private readonly Process process;

    private ServedWeb(Process process, Uri address)
    {
        this.process = process;
        Address = address;
    }

    public Uri Address { get; }

    public TimeSpan ProcessorTime
    {
        get
        {
            process.Refresh();
            return process.TotalProcessorTime;
        }
    }

    /// <summary>What the process holds in memory now, in bytes.</summary>
    public long Memory
    {
        get
        {
            process.Refresh();
            return process.WorkingSet64;
        }
    }

    public static ServedWeb Start(string database, string folder)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!) { UseShellExecute = false, RedirectStandardInput = true, RedirectStandardOutput = true };
        if (Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet") start.ArgumentList.Add(typeof(ServedWeb).Assembly.Location);
        foreach (var argument in new[] { Verb, database, folder }) start.ArgumentList.Add(argument);
        var process = Process.Start(start) ?? throw new InvalidOperationException("The web did not start.");
        var address = process.StandardOutput.ReadLine() ?? throw new InvalidOperationException("The web ended before it listened.");
        return new ServedWeb(process, new Uri(address));
    }

    /// <summary>The other end: says where it listens, and serves until its input is closed.</summary>
    public static int Serve(string database, string folder)
    {
        var builder = AssetsWeb.Begin(folder, "http://127.0.0.1:0");
        builder.Logging.ClearProviders().AddConsole(console => console.LogToStandardErrorThreshold = LogLevel.Trace).SetMinimumLevel(LogLevel.Warning);
        var installation = Installation(database, folder);
        builder.Services.AddAssetsJobs(installation, watches: false);
        var app = AssetsWeb.Build(builder, installation);
        using IHost host = app;
        host.Start();
        Console.WriteLine(app.Urls.First());
        Console.In.ReadToEnd();
        host.StopAsync().GetAwaiter().GetResult(); // before its services go: jobs are still running
        return 0;
    }

    public static Installation Installation(string database, string folder) =>
        new(Database.At(database, Environment.CurrentDirectory), Path.Combine(folder, "keys"), null, TimeProvider.System, "benchmark", new ConfigurationBuilder().Build());

    public void Dispose()
    {
        process.StandardInput.Close();
        process.WaitForExit();
        process.Dispose();
    }
}
