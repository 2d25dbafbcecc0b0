using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace Assets.Data.Migrations.Postgres
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
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "end_of_life",
                table: "models",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "credential_id",
                table: "devices",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "poll_seconds",
                table: "devices",
                type: "integer",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "credentials",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    name = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    name_key = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    version = table.Column<int>(type: "integer", nullable: false),
                    protected_community = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    change_set_id = table.Column<long>(type: "bigint", nullable: false)
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
