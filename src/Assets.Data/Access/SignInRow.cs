namespace Assets.Data.Access;

/// <summary>How an attempt to sign in ended. The numbers are stored: they never change.</summary>
public enum SignInOutcome
{
    Succeeded = 0,
    WrongPassword = 1,
    LockedOut = 2,

    /// <summary>The password was right and the second factor was not.</summary>
    WrongCode = 10,
}

/// <summary>An attempt to sign in to an account that exists.</summary>
internal sealed class SignInRow
{
    public long Id { get; set; }
    public int UserId { get; set; }
    public DateTimeOffset At { get; set; }
    public SignInOutcome Outcome { get; set; }

    /// <summary>The address that it came from, as the server saw it.</summary>
    public string? Address { get; set; }
}
