using Assets.Data.Storage;

namespace Assets.Data.Access;

/// <summary>What a person has set up beside the password.</summary>
public sealed record FactorsHeld(bool HasAuthenticator, int Passkeys)
{
    public bool Any => HasAuthenticator || Passkeys > 0;

    public static FactorsHeld By(Database database, int person)
    {
        using var reading = PageReading.Begin(database);
        return reading.First(
            new Query().Add($"select u.two_factor_enabled, (select count(*) from user_passkeys k where k.user_id = u.id) from users u where u.id = {person}"), r => new FactorsHeld(r.GetBoolean(0), (int)r.GetInt64(1)))
            ?? new FactorsHeld(false, 0);
    }
}
