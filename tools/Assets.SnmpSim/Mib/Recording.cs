using System.Buffers;
using System.Globalization;
using System.Net;
using System.Text;
using Assets.Snmp.Wire;

namespace Assets.SnmpSim.Mib;

/// <summary>
/// A recorded device: a .snmprec file of lines <c>OID|TAG|VALUE</c>, the tag being the type's number, with an x where the value is
/// hexadecimal. Lines that are no such data are counted and passed over: recordings of real devices have them.
/// </summary>
public sealed record Recording(string Name, IReadOnlyList<VarBind> Objects, int Skipped)
{
    private static readonly SearchValues<char> Digits = SearchValues.Create("0123456789");

    public static Recording Load(string file)
    {
        var objects = new List<VarBind>();
        var skipped = 0;
        foreach (var line in Lines(File.ReadAllBytes(file)))
        {
            if (TryParse(line, out var varBind))
                objects.Add(varBind);
            else
                skipped++;
        }
        return new Recording(Path.GetFileNameWithoutExtension(file), objects, skipped);
    }

    // By octets, since text values are in whatever encoding the device had.
    private static IEnumerable<byte[]> Lines(byte[] content)
    {
        foreach (var line in Encoding.Latin1.GetString(content).Split('\n'))
        {
            var trimmed = line.TrimEnd('\r');
            if (trimmed.Length > 0 && trimmed[0] != '#')
                yield return Encoding.Latin1.GetBytes(trimmed);
        }
    }

    private static bool TryParse(byte[] line, out VarBind varBind)
    {
        varBind = default;
        var parts = Encoding.Latin1.GetString(line).Split('|', 3);
        if (parts.Length != 3 || !ObjectId.TryParse(parts[0], out var name))
            return false;
        var hexadecimal = parts[1].EndsWith('x');
        var tag = hexadecimal ? parts[1][..^1] : parts[1];
        if (tag.AsSpan().ContainsAnyExcept(Digits) || !byte.TryParse(tag, CultureInfo.InvariantCulture, out var type))
            return false;
        var value = hexadecimal ? Hexadecimal((SmiType)type, parts[2]) : Plain((SmiType)type, parts[2]);
        varBind = new VarBind(name, value ?? default);
        return value is not null;
    }

    private static SmiValue? Hexadecimal(SmiType type, string text)
    {
        if (text.Length % 2 != 0 || !text.All(char.IsAsciiHexDigit))
            return null;
        var octets = Convert.FromHexString(text);
        return type switch
        {
            SmiType.OctetString => SmiValue.OctetString(octets),
            SmiType.Opaque => SmiValue.Opaque(octets),
            SmiType.IpAddress when octets.Length == 4 => SmiValue.IpAddress(new IPAddress(octets)),
            _ => null,
        };
    }

    private static SmiValue? Plain(SmiType type, string text)
    {
        switch (type)
        {
            case SmiType.OctetString:
                return SmiValue.OctetString(Encoding.Latin1.GetBytes(text));
            case SmiType.Opaque:
                return SmiValue.Opaque(Encoding.Latin1.GetBytes(text));
            case SmiType.Null:
                return SmiValue.Null;
            case SmiType.ObjectIdentifier:
                return ObjectId.TryParse(text, out var id) ? SmiValue.Name(id) : null;
            case SmiType.IpAddress:
                var quads = text.Trim().Split('.');
                return quads.Length == 4 && IPAddress.TryParse(text.Trim(), out var address) ? SmiValue.IpAddress(address) : null;
            default:
                return Number(type, text.Trim());
        }
    }

    // Values beyond their type are cut as an agent's own arithmetic would.
    private static SmiValue? Number(SmiType type, string text)
    {
        if (!Int128.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
            return null;
        unchecked
        {
            return type switch
            {
                SmiType.Integer => SmiValue.Integer((int)number),
                SmiType.Counter32 => SmiValue.Counter32((uint)number),
                SmiType.Gauge32 => SmiValue.Gauge32((uint)number),
                SmiType.TimeTicks => SmiValue.TimeTicks((uint)number),
                SmiType.Counter64 => SmiValue.Counter64((ulong)number),
                _ => null,
            };
        }
    }
}
