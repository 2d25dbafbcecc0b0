using Assets.Data.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Microsoft.EntityFrameworkCore.Design.Internal;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Migrations.Design;
using Microsoft.EntityFrameworkCore.Migrations.Internal;
using Microsoft.EntityFrameworkCore.Sqlite.Design.Internal;
using Microsoft.Extensions.DependencyInjection;
using Npgsql.EntityFrameworkCore.PostgreSQL.Design.Internal;

// Writes one migration for each database from what the model has become:
//   dotnet run --project tools/Assets.Migrations -- AddWarranties
if (args is not [var name] || name.Length == 0)
{
    Console.Error.WriteLine("usage: dotnet run --project tools/Assets.Migrations -- NAME");
    return 2;
}

var data = Path.Combine(Root(), "src", "Assets.Data");
var identity = new SharedMigrationId();
foreach (var (setting, folder, designTime) in new (string, string, IDesignTimeServices)[]
{
    ("Data Source=model-only.db", "Sqlite", new SqliteDesignTimeServices()),
    ("Host=localhost;Database=model_only", "Postgres", new NpgsqlDesignTimeServices()),
})
{
    using var context = Database.At(setting, Path.GetTempPath()).NewContext();
    var services = new ServiceCollection();
    services.AddEntityFrameworkDesignTimeServices();
    services.AddDbContextDesignTimeServices(context);
    designTime.ConfigureDesignTimeServices(services);
    services.AddSingleton<IMigrationsIdGenerator>(identity);
    using var provider = services.BuildServiceProvider();
    using var scope = provider.CreateScope();
    var scaffolder = scope.ServiceProvider.GetRequiredService<IMigrationsScaffolder>();
    var migration = scaffolder.ScaffoldMigration(name, "Assets.Data", $"Migrations.{folder}");
    var files = scaffolder.Save(data, migration, Path.Combine(data, "Migrations", folder), dryRun: false);
    Console.WriteLine(files.MigrationFile);
}
return 0;

static string Root()
{
    var folder = new DirectoryInfo(AppContext.BaseDirectory);
    while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Assets.sln"))) folder = folder.Parent;
    return folder?.FullName ?? throw new InvalidOperationException("Assets.sln is not above this program.");
}

/// <summary>A migration has the same id on both databases, also where the second begins between the two: a database is copied from one to the other.</summary>
internal sealed class SharedMigrationId : MigrationsIdGenerator
{
    private string? id;

    public override string GenerateId(string name) => id ??= base.GenerateId(name);
}
