namespace Assets.Data.Access;

/// <summary>A token by which a program acts for a person. The secret itself is nowhere: who reads the database, or a backup of it, can call nothing.</summary>
internal sealed class ApiTokenRow
{
    public int Id { get; set; }
    public int UserId { get; set; }
    public required string Name { get; set; }

    /// <summary>The first part of the token, by which it is looked up and told from others; no secret.</summary>
    public required string Selector { get; set; }

    /// <summary>SHA-256 of the token as 64 hexadecimal digits. No slow hash: the secret is 256 random bits, which nobody guesses however fast the guess is checked.</summary>
    public required string Hash { get; set; }

    /// <summary>The permissions' words with blanks between: of the owner's rights these are left. None: all of them.</summary>
    public string? Scopes { get; set; }

    /// <summary>Of the owner's units those in this subtree are left.</summary>
    public int? OrganisationId { get; set; }
    public DateTimeOffset CreatedAt { get; set; }
    public DateTimeOffset ExpiresAt { get; set; }

    /// <summary>Written at most once a minute.</summary>
    public DateTimeOffset? LastUsedAt { get; set; }
    public DateTimeOffset? RevokedAt { get; set; }
}

/// <summary>What was answered to a request that carried a key of its own: asked again with it, the same is answered and nothing is done.</summary>
internal sealed class IdempotentAnswerRow
{
    public int UserId { get; set; }
    public required string Key { get; set; }

    /// <summary>SHA-256 of method, address and body.</summary>
    public required string Digest { get; set; }
    public DateTimeOffset AskedAt { get; set; }

    /// <summary>None while the request is under way, or where the program ended in the middle of it.</summary>
    public int? Status { get; set; }

    /// <summary>Headers and body, encrypted with the key ring: an answer may hold a password that is told once.</summary>
    public string? Answer { get; set; }
}
