namespace Assets.Core.Ledger;

/// <summary>The chain of closed months: each <see cref="MonthDigest"/> begins with the head of the one before.</summary>
public static class MonthChain
{
    /// <summary>What stands before the first closed month: the SHA-256 of no bytes at all, which anyone can make again.</summary>
    public const string Genesis = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

    public static bool IsHead(string? text)
    {
        if (text is not { Length: 64 }) return false;
        foreach (var digit in text)
        {
            if (!char.IsAsciiHexDigitLower(digit)) return false;
        }
        return true;
    }
}
