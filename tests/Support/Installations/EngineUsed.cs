using Assets.Data.Storage;

namespace Assets.Support;

/// <summary>What a test gets that asks for an engine: with <c>ASSETS_TEST_ENGINE=postgres</c> in the environment, PostgreSQL whichever it asks for, so that one run can prove on it what tests by themselves prove on SQLite alone.</summary>
internal static class EngineUsed
{
    private static readonly bool OnlyPostgres = Environment.GetEnvironmentVariable("ASSETS_TEST_ENGINE") == "postgres";

    public static Engine For(Engine asked) => OnlyPostgres ? Engine.Postgres : asked;
}
