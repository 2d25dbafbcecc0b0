using System.CommandLine;
using System.Globalization;
using Assets.Core.Monitoring;
using Assets.Operations;
using Assets.Operations.Monitoring;
using Assets.Snmp.Client;

namespace Assets.Cli.Verbs;

/// <summary>Looks through a piece of network and tells what is there and what it probably is in the register. Changes nothing.</summary>
internal static class DiscoverVerb
{
    public static Command Make()
    {
        var range = new Argument<AddressRange?>("cidr")
        {
            Description = "The addresses, as 10.20.0.0/22; at most a /16. Without it, the ranges that the installation keeps, each with its community.",
            Arity = ArgumentArity.ZeroOrOne,
            CustomParser = result =>
            {
                if (AddressRange.TryParse(result.Tokens[0].Value, out var parsed, out var fault)) return parsed;
                result.AddError(fault);
                return null;
            },
        };
        var port = new Option<int>("--port") { Description = "The UDP port.", DefaultValueFactory = _ => Agent.DefaultPort, HelpName = "P" };
        port.Validators.Add(result =>
        {
            if (result.Tokens.Count == 1 && int.TryParse(result.Tokens[0].Value, CultureInfo.InvariantCulture, out var number) && number is < 1 or > 65_535) result.AddError("--port takes a number from 1 to 65535.");
        });
        var communities = new Option<string[]>("--community") { Description = "Communities to try, in this order; public where none is given.", HelpName = "C", AllowMultipleArgumentsPerToken = true };
        communities.Validators.Add(result =>
        {
            if (result.Tokens.Any(token => token.Value.Length == 0 || System.Text.Encoding.UTF8.GetByteCount(token.Value) > 255)) result.AddError("A community has from 1 to 255 octets.");
        });
        var json = Inputs.Json();
        var command = new Command("discover", "Finds devices on the network and proposes which assets of the register they are.") { range, port, communities, json };
        command.SetAction((parsed, cancel) => Task.FromResult(Act.On(installation => Run(
            installation, Places(installation, parsed.GetValue(range), parsed.GetValue(communities) ?? []), parsed.GetValue(port), parsed.GetValue(json), cancel))));
        return command;
    }

    private static IReadOnlyList<(AddressRange Range, string[] Communities)> Places(Installation installation, AddressRange? range, string[] communities) =>
        range is not null
            ? [(range, communities.Length > 0 ? communities : ["public"])]
            : [.. SnmpRanges.Open(installation, CommunityKeys.Open(installation)).Select(kept => (kept.Range, communities.Length > 0 ? communities : kept.Community is { } own ? [own] : []))];

    private static int Run(Installation installation, IReadOnlyList<(AddressRange Range, string[] Communities)> places, int port, bool json, CancellationToken cancel)
    {
        if (places.Count == 0) return Act.Refuse("The installation keeps no ranges. Name one, as assets discover 10.20.0.0/22.");
        var found = new List<DiscoveredDevice>();
        foreach (var (range, communities) in places)
        {
            if (communities.Length == 0) Console.Error.WriteLine($"{range.First}/{range.PrefixLength} is left out: the key ring lacks the key of its community.");
            else found.AddRange(DiscoverDevices.RunAsync(installation, range, port, communities, new Told(), cancel).GetAwaiter().GetResult());
        }
        if (json) Output.Json(found);
        else Write(found, Console.Out);
        Console.Error.WriteLine($"{found.Count} devices found, {found.Count(d => d.AssetTag is not null)} with a match in the register.");
        return ExitCode.Done;
    }

    // Tabs between the columns: what devices say of themselves has any length.
    private static void Write(IReadOnlyList<DiscoveredDevice> found, TextWriter to)
    {
        if (found.Count > 0) to.WriteLine("address\tport\tversion\tname\tobject id\tserial\tasset\tcertainty\twatched as");
        foreach (var d in found)
        {
            var certainty = d.Certainty == Certainty.None ? "" : d.Certainty.ToString().ToLowerInvariant();
            to.WriteLine(string.Join('\t', new[] { d.Address, $"{d.Port}", d.Version, d.SysName, d.SysObjectId, d.Serial, d.AssetTag, certainty, d.Watched }.Select(OneLine)));
        }
    }

    private static string OneLine(string? said) => said is null ? "" : string.Join(' ', said.Split(['\t', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries));

    private sealed class Told : IProgress<(int Asked, int Answered)>
    {
        public void Report((int Asked, int Answered) value) => Console.Error.WriteLine($"{value.Asked} addresses asked, {value.Answered} answered.");
    }
}
