using Microsoft.EntityFrameworkCore;

namespace Assets.Data.Storage;

internal sealed class SqliteAssetsDb(DbContextOptions<SqliteAssetsDb> options) : AssetsDb(options);
