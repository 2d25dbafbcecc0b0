namespace Assets.Snmp.Wire;

/// <summary>The kind of a PDU, as its identifier octet (RFC 1157 section 4.1, RFC 3416 section 3).</summary>
public enum PduType : byte
{
    None = 0,
    Get = 0xA0,
    GetNext = 0xA1,
    Response = 0xA2,
    Set = 0xA3,
    GetBulk = 0xA5,
}

/// <summary>Version of the protocol, as the number in the message (0 is version 1).</summary>
public enum SnmpVersion
{
    V1 = 0,
    V2c = 1,
}

/// <summary>error-status (RFC 3416 section 3); version 1 has those up to <see cref="GenErr"/>.</summary>
public enum ErrorStatus
{
    NoError = 0,
    TooBig = 1,
    NoSuchName = 2,
    BadValue = 3,
    ReadOnly = 4,
    GenErr = 5,
    NoAccess = 6,
    WrongType = 7,
    WrongLength = 8,
    WrongEncoding = 9,
    WrongValue = 10,
    NoCreation = 11,
    InconsistentValue = 12,
    ResourceUnavailable = 13,
    CommitFailed = 14,
    UndoFailed = 15,
    AuthorizationError = 16,
    NotWritable = 17,
    InconsistentName = 18,
}
