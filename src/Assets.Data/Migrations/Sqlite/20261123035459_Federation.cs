using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Assets.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Federation : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<bool>(
                name: "from_groups",
                table: "role_grants",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.CreateTable(
                name: "setups",
                columns: table => new
                {
                    id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    begun_at = table.Column<long>(type: "INTEGER", nullable: false),
                    finished_at = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_setups", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "snmp_ranges",
                columns: table => new
                {
                    id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    range = table.Column<string>(type: "TEXT", nullable: false),
                    protected_community = table.Column<string>(type: "TEXT", nullable: false),
                    change_set_id = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_snmp_ranges", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "ix_snmp_ranges_range",
                table: "snmp_ranges",
                column: "range",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "setups");

            migrationBuilder.DropTable(
                name: "snmp_ranges");

            migrationBuilder.DropColumn(
                name: "from_groups",
                table: "role_grants");
        }
    }
}
