namespace Assets.Snmp.Wire;

/// <summary>Identifier octets beside those of values: X.690's SEQUENCE.</summary>
internal static class BerTag
{
    public const byte Sequence = 0x30;
}
