using System.Net.Sockets;
using Assets.SnmpSim;
using Assets.SnmpSim.Fleet;

if (!CommandLine.TryParse(args, out var settings, out var complaint))
{
    await Console.Error.WriteLineAsync(complaint);
    await Console.Error.WriteLineAsync(CommandLine.Usage);
    return 2;
}
try
{
    await using var fleet = await SimulatedFleet.StartAsync(settings);
    foreach (var device in fleet.Devices)
        Console.WriteLine($"{device.Address}:{device.Port},{device.Kind},{device.SysName},{device.SysObjectId},{device.Serial}");
    await Console.Error.WriteLineAsync($"{fleet.Devices.Count} devices answer; Ctrl+C ends.");
    var end = new TaskCompletionSource();
    Console.CancelKeyPress += (_, e) =>
    {
        e.Cancel = true;
        end.TrySetResult();
    };
    await end.Task;
    return 0;
}
catch (Exception e) when (e is SocketException or IOException)
{
    await Console.Error.WriteLineAsync($"The fleet could not start: {e.Message}");
    return 1;
}
