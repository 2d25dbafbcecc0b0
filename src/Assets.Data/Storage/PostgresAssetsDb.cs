using Assets.Data.Inventory;
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

    // SQLite's indexes hold the id of each row by nature; here a count would read every row for it, and another order than by tag every row for that.
    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.Entity<AssetRow>(e =>
        {
            e.HasIndex(a => new { a.SiteId, a.TagKey }).IncludeProperties(a => new { a.Id, a.Kind, a.State, a.PurchasedOn });
            e.HasIndex(a => new { a.Kind, a.State, a.TagKey }).IncludeProperties(a => a.Id);
            e.HasIndex(a => new { a.ModelId, a.TagKey, a.Kind }).IncludeProperties(a => new { a.Id, a.State, a.PurchasedOn });
        });
    }
}
