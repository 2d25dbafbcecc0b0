using System.Globalization;
using System.Net;
using Assets.SnmpSim.Fleet;

namespace Assets.SnmpSim;

/// <summary>The options of the simulator as a program.</summary>
public static class CommandLine
{
    public const string Usage = """
        Assets.SnmpSim [options]: made-up SNMP devices (versions 1 and 2c) on this machine's loopback addresses
          --count 30              how many are invented
          --base 127.2.0.1        address of the first; the others follow
          --port 1161             port of all
          --by-port               one address, ports that follow, for systems with 127.0.0.1 only
          --community public      any other goes unanswered
          --seed 1                another seed, another fleet
          --dir FOLDER            serves the .snmprec recordings of a folder as well, after the invented ones
          --max-size 1472         largest reply in octets
          --delay-ms 0            how long each reply is held back
          --loss-percent 0        requests that are lost
          --dead-percent 0        devices that never answer
        """;

    public static bool TryParse(IReadOnlyList<string> args, out FleetSettings settings, out string complaint)
    {
        settings = new FleetSettings();
        complaint = "";
        for (var i = 0; i < args.Count; i++)
        {
            if (args[i] == "--by-port")
            {
                settings = settings with { ByPort = true };
                continue;
            }
            if (i + 1 == args.Count || Apply(settings, args[i], args[i + 1]) is not { } changed)
            {
                complaint = $"{args[i]} is no option, or its value is not what it takes.";
                return false;
            }
            settings = changed;
            i++;
        }
        return true;
    }

    private static FleetSettings? Apply(FleetSettings settings, string option, string value)
    {
        if (option == "--base")
            return IPAddress.TryParse(value, out var address) && IPAddress.IsLoopback(address) ? settings with { BaseAddress = address } : null;
        if (option == "--community")
            return settings with { Community = value };
        if (option == "--dir")
            return Directory.Exists(value) ? settings with { RecordingsFolder = value } : null;
        if (!int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            return null;
        return option switch
        {
            "--count" => settings with { Count = number },
            "--port" when number <= ushort.MaxValue => settings with { Port = number },
            "--seed" => settings with { Seed = number },
            "--max-size" when number is >= 484 and <= 65507 => settings with { MaxMessageOctets = number },
            "--delay-ms" => settings with { Delay = TimeSpan.FromMilliseconds(number) },
            "--loss-percent" when number <= 100 => settings with { LossPercent = number },
            "--dead-percent" when number <= 100 => settings with { DeadPercent = number },
            _ => null,
        };
    }
}
