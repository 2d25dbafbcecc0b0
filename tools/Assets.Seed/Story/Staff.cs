namespace Assets.Seed.Story;

/// <summary>Those of the IT unit who act in the story; the first ones can sign in too.</summary>
internal static class Staff
{
    public const string Manager = "maria.ek";
    public const string Technician = "erik.lind";
    public const string SecondTechnician = "sara.fors";
    public const string Administrator = "karin.holm";
    public const string Controller = "anders.nord";
    public const string Architect = "jonas.alm";
    public const string Council = "lena.ask";
}
