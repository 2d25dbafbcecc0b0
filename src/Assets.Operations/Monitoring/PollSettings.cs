using System.Globalization;
using Assets.Snmp.Client;

namespace Assets.Operations.Monitoring;

/// <summary>The settings of polling, from the section Assets.</summary>
public static class PollSettings
{
    /// <summary><c>Assets:PollSeconds</c>: from one pass over the devices to the next; 60.</summary>
    public static TimeSpan Interval(Installation installation) => TimeSpan.FromSeconds(Number(installation, "PollSeconds", 60, 1, 86_400));

    /// <summary><c>Assets:SampleDays</c>: how long samples are kept; 30.</summary>
    public static TimeSpan KeepSamples(Installation installation) => TimeSpan.FromDays(Number(installation, "SampleDays", 30, 1, 3_650));

    /// <summary><c>Assets:SnmpTimeoutSeconds</c> (2) and <c>Assets:SnmpRetries</c> (1): a silent device is given up after 4 seconds.</summary>
    public static ClientSettings Client(Installation installation) => new()
    {
        Timeout = TimeSpan.FromSeconds(Number(installation, "SnmpTimeoutSeconds", 2, 0.05, 60)),
        Retries = (int)Number(installation, "SnmpRetries", 1, 0, 10),
    };

    private static double Number(Installation installation, string name, double otherwise, double least, double most)
    {
        var text = installation.Settings.GetSection("Assets")[name];
        if (string.IsNullOrWhiteSpace(text)) return otherwise;
        if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && value >= least && value <= most) return value;
        throw new SettingRefusedException(string.Create(CultureInfo.InvariantCulture, $"The setting Assets:{name} is '{text}'. Write a number from {least} to {most}, with a dot for decimals, or leave it out for {otherwise}."));
    }
}

/// <summary>A setting that cannot be meant; the message says which, and what can be.</summary>
public sealed class SettingRefusedException(string message) : Exception(message);
