using Assets.Snmp.Wire;

namespace Assets.Snmp.Client;

/// <summary>How asking a device ended. All but the first are expected refusals, not exceptions.</summary>
public enum SnmpOutcome
{
    Answered,

    /// <summary>No answer in the time allowed, retries included. A wrong community looks the same (RFC 3584 has agents be silent).</summary>
    TimedOut,

    /// <summary>The device answered that this community may not (noAccess, authorizationError).</summary>
    Refused,

    /// <summary>The device answered with another error-status that nothing could be done about.</summary>
    AgentError,

    /// <summary>The device answered with octets that are no SNMP.</summary>
    Malformed,

    /// <summary>This machine could not send there: no route, address not allowed.</summary>
    Unreachable,

    /// <summary>Called off by the caller, or the client was closed.</summary>
    Cancelled,
}

/// <summary>An answer, or why there is none.</summary>
/// <param name="VarBinds">What was answered, in the order asked; empty unless Answered.</param>
/// <param name="Status">The device's error-status, NoError where there is none.</param>
/// <param name="Decoding">What was wrong with a Malformed answer.</param>
public sealed record SnmpReply(SnmpOutcome Outcome, IReadOnlyList<VarBind> VarBinds, ErrorStatus Status, DecodeError Decoding);

/// <summary>Why a walk came to its end.</summary>
public enum WalkEnd
{
    /// <summary>It did not: see the outcome.</summary>
    None,
    EndOfMibView,
    LeftSubtree,

    /// <summary>The device answered with a name not after the one asked for; going on would never end.</summary>
    NotIncreasing,

    /// <summary>As many bindings as the caller allowed.</summary>
    Limit,
}

/// <summary>What lies below a name, in order. After a timeout the bindings read until then are kept.</summary>
public sealed record WalkReply(SnmpOutcome Outcome, WalkEnd End, IReadOnlyList<VarBind> VarBinds, ErrorStatus Status, DecodeError Decoding);
