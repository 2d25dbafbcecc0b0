using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Assets.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class FindingCounts : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "finding_counts",
                columns: table => new
                {
                    month = table.Column<int>(type: "integer", nullable: false),
                    code = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    severity = table.Column<int>(type: "integer", nullable: false),
                    found = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_finding_counts", x => new { x.month, x.code, x.severity });
                });

            migrationBuilder.Sql("insert into finding_counts (month, code, severity, found) select month, code, severity, count(*) from findings group by month, code, severity");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "finding_counts");
        }
    }
}
