using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Assets.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Register : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "valid_until",
                table: "organisations",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "end_of_life",
                table: "models",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "credential_id",
                table: "devices",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "poll_seconds",
                table: "devices",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "credentials",
                columns: table => new
                {
                    id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    name_key = table.Column<string>(type: "TEXT", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false),
                    protected_community = table.Column<string>(type: "TEXT", nullable: false),
                    change_set_id = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_credentials", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "ix_devices_credential_id",
                table: "devices",
                column: "credential_id",
                filter: "credential_id is not null");

            migrationBuilder.CreateIndex(
                name: "ix_credentials_name_key",
                table: "credentials",
                column: "name_key",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "credentials");

            migrationBuilder.DropIndex(
                name: "ix_devices_credential_id",
                table: "devices");

            migrationBuilder.DropColumn(
                name: "valid_until",
                table: "organisations");

            migrationBuilder.DropColumn(
                name: "end_of_life",
                table: "models");

            migrationBuilder.DropColumn(
                name: "credential_id",
                table: "devices");

            migrationBuilder.DropColumn(
                name: "poll_seconds",
                table: "devices");
        }
    }
}
