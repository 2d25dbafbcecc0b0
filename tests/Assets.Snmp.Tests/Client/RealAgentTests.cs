using System.Diagnostics;
using System.Globalization;
using System.Net;
using Assets.Snmp.Client;
using Assets.Snmp.Tests.Polling;
using Assets.Snmp.Wire;

namespace Assets.Snmp.Tests.Client;

/// <summary>Against Debian's snmpd, compared with what net-snmp's own commands read from it.</summary>
public sealed class RealAgentTests : IClassFixture<RealAgent>
{
    private static readonly ObjectId SystemGroup = ObjectId.Parse("1.3.6.1.2.1.1");
    private readonly RealAgent real;

    public RealAgentTests(RealAgent real) => this.real = real;

    [Theory]
    [InlineData(SnmpVersion.V1)]
    [InlineData(SnmpVersion.V2c)]
    public async Task The_system_group_is_read_by_Get(SnmpVersion version)
    {
        using var client = new SnmpClient(Polls.Patient);
        var reply = await client.GetAsync(real.As(version), [SystemGroup.Append(5, 0), SystemGroup.Append(6, 0), SystemGroup.Append(7, 0)]);
        Assert.Equal(SnmpOutcome.Answered, reply.Outcome);
        Assert.Equal(["test-agent", "rack 7, åäö", "72"], reply.VarBinds.Select(v => v.Value.ToString()));
    }

    [Fact]
    public async Task An_object_that_is_not_there_is_an_exception_value_in_version_2c_and_an_error_in_version_1()
    {
        using var client = new SnmpClient(Polls.Patient);
        ObjectId[] absent = [SystemGroup.Append(5, 1), ObjectId.Parse("1.3.6.1.4.1.32473.9.0")];
        var new2 = await client.GetAsync(real.As(SnmpVersion.V2c), absent);
        Assert.Equal([SmiValue.NoSuchInstance, SmiValue.NoSuchObject], new2.VarBinds.Select(v => v.Value));
        var old = await client.GetAsync(real.As(SnmpVersion.V1), absent);
        Assert.Equal((SnmpOutcome.AgentError, ErrorStatus.NoSuchName), (old.Outcome, old.Status));
    }

    [Theory]
    [InlineData("1.3.6.1.2.1.1", SnmpVersion.V2c)]
    [InlineData("1.3.6.1.2.1.1", SnmpVersion.V1)]
    [InlineData("1.3.6.1.2.1.2.2.1.2", SnmpVersion.V2c)]
    [InlineData("1.3.6.1.2.1.2.2.1.6", SnmpVersion.V2c)]
    [InlineData("1.3.6.1.2.1.31.1.1.1.1", SnmpVersion.V1)]
    [InlineData("1.3.6.1.2.1.31.1.1.1.15", SnmpVersion.V2c)]
    [InlineData("1.3.6.1.2.1.4.20.1", SnmpVersion.V2c)]
    public async Task A_walk_reads_the_same_objects_as_net_snmps_own(string root, SnmpVersion version)
    {
        var theirs = await real.WalkByCommandAsync(root, version);
        using var client = new SnmpClient(Polls.Patient);
        var ours = await client.WalkAsync(real.As(version), ObjectId.Parse(root));
        Assert.Equal(SnmpOutcome.Answered, ours.Outcome);
        Assert.NotEmpty(theirs);
        Assert.Equal(theirs, ours.VarBinds.Select(RealAgent.AsCommandPrints).Where(l => l.Length > 0));
    }

    [Theory]
    [InlineData("if-basic", SnmpVersion.V1)]
    [InlineData("if-basic", SnmpVersion.V2c)]
    [InlineData("full", SnmpVersion.V2c)]
    public async Task A_poll_reads_this_machines_interfaces(string profile, SnmpVersion version)
    {
        var (_, results) = await Polls.RunAsync([Polls.Target(real.As(version), profile)]);
        var values = results[0].ByName();
        Assert.Equal(SnmpOutcome.Answered, results[0].Outcome);
        var interfaces = System.Net.NetworkInformation.NetworkInterface.GetAllNetworkInterfaces().Length;
        Assert.Equal(interfaces, values.Keys.Count(k => k.StartsWith("ifOperStatus.", StringComparison.Ordinal)));
        Assert.Contains(version == SnmpVersion.V1 ? "ifInOctets.1" : "ifHCInOctets.1", values.Keys);
        if (profile == "full")
            Assert.Equal(("test-agent", "lo"), (values["sysName.0"], values["ifName.1"]));
    }
}

/// <summary>A real snmpd with a configuration of its own on a free loopback port.</summary>
public sealed class RealAgent : IAsyncLifetime
{
    private const string Daemon = "/usr/sbin/snmpd";
    private const string Secret = "for-tests-only";
    private readonly string folder = Directory.CreateTempSubdirectory("snmpd-test-").FullName;
    private Process? daemon;
    private int port;

    public async ValueTask InitializeAsync()
    {
        if (!File.Exists(Daemon))
            return;
        port = FreePort();
        await File.WriteAllTextAsync(Path.Combine(folder, "snmpd.conf"), $"""
            agentaddress udp:127.0.0.1:{port}
            rocommunity {Secret} 127.0.0.1
            sysName test-agent
            sysLocation rack 7, åäö
            sysContact it@example.org
            sysServices 72
            """ + "\n");
        daemon = Start(Daemon, "-f", "-Le", "-C", "-c", Path.Combine(folder, "snmpd.conf"), "-p", Path.Combine(folder, "pid"));
        using var client = new SnmpClient(new ClientSettings { Timeout = TimeSpan.FromMilliseconds(200), Retries = 100 });
        var first = await client.GetAsync(As(SnmpVersion.V2c), [ObjectId.Parse("1.3.6.1.2.1.1.5.0")]);
        Assert.Equal(SnmpOutcome.Answered, first.Outcome);
    }

    public async ValueTask DisposeAsync()
    {
        if (daemon is not null)
        {
            daemon.Kill();
            await daemon.WaitForExitAsync();
            daemon.Dispose();
        }
        Directory.Delete(folder, recursive: true);
    }

    public Agent As(SnmpVersion version)
    {
        if (daemon is null && port == 0)
            Assert.Skip($"Debian's snmpd is not installed ({Daemon})");
        return new Agent(new IPEndPoint(IPAddress.Loopback, port), version, new Community(Secret));
    }

    /// <summary>The lines of snmpwalk or snmpbulkwalk, numbers bare and octets in hexadecimal.</summary>
    public async Task<List<string>> WalkByCommandAsync(string root, SnmpVersion version)
    {
        As(version);
        var command = version == SnmpVersion.V1 ? "/usr/bin/snmpwalk" : "/usr/bin/snmpbulkwalk";
        if (!File.Exists(command))
            Assert.Skip($"net-snmp's own commands are not installed ({command})");
        using var process = Start(command, version == SnmpVersion.V1 ? "-v1" : "-v2c", "-m", "", "-On", "-Oe", "-Ot", "-Ox", "-OU", "-c", Secret, $"127.0.0.1:{port}", root);
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        var lines = output.ReplaceLineEndings("\n").Split("\n.", StringSplitOptions.RemoveEmptyEntries);
        return [.. lines.Select(l => Normal(l.TrimStart('.'))).Where(l => l.Length > 0)];
    }

    /// <summary>A binding in the same form; empty for what moves from one moment to the next.</summary>
    public static string AsCommandPrints(VarBind varBind)
    {
        var value = varBind.Value;
        var text = value.Type switch
        {
            SmiType.TimeTicks => "",
            SmiType.OctetString => string.Join(' ', value.Octets.ToArray().Select(o => o.ToString("X2", CultureInfo.InvariantCulture))),
            _ => value.ToString(),
        };
        return value.Type == SmiType.TimeTicks ? "" : $"{varBind.Name} = {text}";
    }

    // ".1.3.6.1.2.1.1.7.0 = INTEGER: 72": the type goes, and of times the whole line.
    private static string Normal(string line)
    {
        var (name, value) = (line[..line.IndexOf(" = ", StringComparison.Ordinal)], line[(line.IndexOf(" = ", StringComparison.Ordinal) + 3)..]);
        if (value.StartsWith("Timeticks", StringComparison.Ordinal) || long.TryParse(value, out _))
            return "";
        var colon = value.IndexOf(": ", StringComparison.Ordinal);
        var bare = colon < 0 ? value.Trim('"') : value[(colon + 2)..];
        if (value.StartsWith("OID", StringComparison.Ordinal))
            bare = bare.TrimStart('.');
        return $"{name} = {string.Join(' ', bare.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries))}";
    }

    private Process Start(string file, params string[] arguments)
    {
        var start = new ProcessStartInfo(file, arguments) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        start.Environment["SNMP_PERSISTENT_DIR"] = folder;
        start.Environment["SNMPCONFPATH"] = folder;
        var process = Process.Start(start)!;
        process.ErrorDataReceived += (_, _) => { };
        process.BeginErrorReadLine();
        return process;
    }

    private static int FreePort()
    {
        using var probe = new System.Net.Sockets.UdpClient(new IPEndPoint(IPAddress.Loopback, 0));
        return ((IPEndPoint)probe.Client.LocalEndPoint!).Port;
    }
}
