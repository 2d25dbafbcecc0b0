using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Migrations.Operations;
using Microsoft.EntityFrameworkCore.Update;

namespace Assets.Data.Storage;

/// <summary>
/// Large tables with a composite key are stored in their key on SQLite (WITHOUT ROWID): otherwise each row is written twice, once in
/// the table and once in the key's index, and a month of 1 000 000 charges pays for both.
/// </summary>
internal sealed class SqliteTables(MigrationsSqlGeneratorDependencies dependencies, IRelationalAnnotationProvider annotations)
    : SqliteMigrationsSqlGenerator(dependencies, annotations)
{
    private static readonly HashSet<string> StoredInKey = ["charges", "line_versions", "line_segments", "samples"];

    protected override void Generate(CreateTableOperation operation, Microsoft.EntityFrameworkCore.Metadata.IModel? model, MigrationCommandListBuilder builder, bool terminate = true)
    {
        base.Generate(operation, model, builder, terminate: false);
        if (StoredInKey.Contains(operation.Name.StartsWith("ef_temp_", StringComparison.Ordinal) ? operation.Name[8..] : operation.Name))
            builder.Append(" WITHOUT ROWID");
        if (!terminate) return;
        builder.AppendLine(Dependencies.SqlGenerationHelper.StatementTerminator);
        EndStatement(builder);
    }
}
