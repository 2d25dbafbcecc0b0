namespace Assets.Core.Chargeback;

/// <summary>A charge with the words that a reader needs beside it. The customer is the legal entity or, inside the host entity, the administration.</summary>
/// <param name="AssetText">Kind, maker and model of the asset, empty for a service.</param>
public sealed record StatementRow(
    Charge Charge,
    string CustomerCode,
    string CustomerName,
    string UnitName,
    string CostCodeName,
    string AssetText);
