using System.Globalization;
using System.Net;
using Assets.Operations.Imports;
using Assets.Operations.Imports.Files;
using Assets.Snmp.Client;
using Assets.Snmp.Polling;
using Assets.Snmp.Profiles;
using Assets.Snmp.Wire;

namespace Assets.Operations.Monitoring;

/// <summary>A row of a targets file that is not polled, or a column that is not read.</summary>
/// <param name="Line">Where it begins in the file, from 1.</param>
/// <param name="IsRejected">False for a warning.</param>
/// <param name="Message">What is wrong and what to do; never the community.</param>
public sealed record TargetFinding(int Line, bool IsRejected, string Message);

/// <summary>The targets that a file names, in its order; a bad row is told and the others are polled.</summary>
public sealed record TargetFile(IReadOnlyList<PollTarget> Targets, IReadOnlyList<TargetFinding> Findings)
{
    private static readonly string[] Columns = ["address", "port", "version", "community", "profile", "user", "auth", "auth_password", "priv", "priv_password"];

    /// <exception cref="ImportRefusedException">The file is missing, or its header is no list of targets.</exception>
    public static async Task<TargetFile> ReadAsync(string path, CancellationToken cancel = default)
    {
        var findings = new List<TargetFinding>();
        var rows = new List<Row>();
        using (var source = RecordSource.Open(path, Columns))
        {
            var record = new ImportRecord();
            var fields = Header(source, record, path, findings);
            while (source.Read(record))
            {
                if (record.IsBlank && record.Fault is null) continue;
                var fault = Read(record, fields, out var row);
                if (fault is null) rows.Add(row!);
                else findings.Add(new TargetFinding(record.Line, true, fault));
            }
        }
        var addresses = await Task.WhenAll(rows.Select(row => DeviceAddress.FindAsync(row.Address, cancel)));
        var targets = new List<PollTarget>(rows.Count);
        foreach (var (row, address) in rows.Zip(addresses))
        {
            if (address is null) findings.Add(new TargetFinding(row.Line, true, $"'{row.Address}' is no IP address, and no name that the name service knows."));
            else targets.Add(new PollTarget(row.Address, new Agent(new IPEndPoint(address, row.Port), row.Version, row.Community), row.Profile));
        }
        return new TargetFile(targets, [.. findings.OrderBy(f => f.Line)]);
    }

    private static Dictionary<string, int> Header(RecordSource source, ImportRecord record, string path, List<TargetFinding> findings)
    {
        if (!source.Read(record)) throw new ImportRefusedException($"{path} is empty. Its first line names the columns: {string.Join(',', Columns)}.");
        if (record.Fault is not null) throw new ImportRefusedException($"The header of {path} cannot be read. {record.FaultDetail}");
        var fields = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < record.Count; i++)
        {
            var name = Headers.Name(record[i]);
            if (!Columns.Contains(name)) findings.Add(new TargetFinding(record.Line, false, $"The column {name} is not known and was left out."));
            else if (!fields.TryAdd(name, i)) throw new ImportRefusedException($"The header of {path} has the column {name} twice. Remove one of them.");
        }
        if (!fields.ContainsKey("address")) throw new ImportRefusedException($"The header of {path} lacks the column address. It can have {string.Join(',', Columns)}, in any order.");
        return fields;
    }

    private static string? Read(ImportRecord record, Dictionary<string, int> fields, out Row? row)
    {
        row = null;
        if (record.Fault is not null) return record.FaultDetail;
        ReadOnlySpan<char> Field(string name) => fields.TryGetValue(name, out var at) && at < record.Count ? record[at] : default;

        var address = Field("address").Trim().ToString();
        if (address.Length == 0) return "The address is missing.";
        if (Uri.CheckHostName(address) == UriHostNameType.Unknown) return $"'{address}' is no address. Write an IP address or a host name.";
        var portText = Field("port").Trim();
        var port = Agent.DefaultPort;
        if (!portText.IsEmpty && (!int.TryParse(portText, NumberStyles.None, CultureInfo.InvariantCulture, out port) || port is < 1 or > 65_535))
            return $"'{portText}' is no port. Write a number from 1 to 65535, or leave it empty for {Agent.DefaultPort}.";
        if (!TryVersion(Field("version").Trim(), out var version, out var fault)) return fault;
        var profileName = Field("profile").Trim().ToString();
        if (!ProfileCatalog.Embedded.TryGet(profileName, out var profile))
            return $"'{profileName}' is no profile. Write one of {string.Join(", ", ProfileCatalog.Embedded.Profiles.Select(p => p.Name).Order())}.";
        var community = Field("community").ToString();
        if (community.Length == 0) return "The community is missing.";
        if (System.Text.Encoding.UTF8.GetByteCount(community) > 255) return "The community is longer than 255 octets.";
        row = new Row(record.Line, address, port, version, new Community(community), profile);
        return null;
    }

    private static bool TryVersion(ReadOnlySpan<char> text, out SnmpVersion version, out string? fault)
    {
        fault = null;
        version = SnmpVersion.V2c;
        switch (text)
        {
            case "" or "2c" or "2C" or "2":
                return true;
            case "1":
                version = SnmpVersion.V1;
                return true;
            case "3":
                fault = "Version 3 is not supported yet. Poll the device in version 2c, or leave it out.";
                return false;
            default:
                fault = $"'{text}' is no version. Write 1 or 2c.";
                return false;
        }
    }

    private sealed record Row(int Line, string Address, int Port, SnmpVersion Version, Community Community, Profile Profile);
}
