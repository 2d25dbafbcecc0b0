namespace Assets.Seed.Story;

/// <summary>Those who act in the story, most of them of the IT unit; all but the second technician can sign in too.</summary>
internal static class Staff
{
    public const string Manager = "maria.ek";
    public const string Technician = "erik.lind";
    public const string SecondTechnician = "sara.fors";
    public const string Administrator = "karin.holm";
    public const string Controller = "anders.nord";
    public const string Architect = "jonas.alm";
    public const string Council = "lena.ask";

    // Of the schools, who order and pay.
    public const string Orderer = "anna.berg";
    public const string BudgetHolder = "per.strand";
    public const string ChiefBudgetHolder = "ulla.grahn";
}
