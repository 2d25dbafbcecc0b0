using Microsoft.EntityFrameworkCore;

namespace Assets.Data.Storage;

internal sealed class PostgresAssetsDb(DbContextOptions<PostgresAssetsDb> options) : AssetsDb(options)
{
    // Keys sort by their code points in both databases, whatever the server's language.
    protected override void ConfigureConventions(ModelConfigurationBuilder builder)
    {
        base.ConfigureConventions(builder);
        builder.Properties<string>().UseCollation("C");
    }
}
