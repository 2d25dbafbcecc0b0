using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Assets.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class AssetListIndexes : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_assets_site_id_tag_key",
                table: "assets");

            migrationBuilder.CreateIndex(
                name: "ix_assets_kind_state_tag_key",
                table: "assets",
                columns: new[] { "kind", "state", "tag_key" })
                .Annotation("Npgsql:IndexInclude", new[] { "id" });

            migrationBuilder.CreateIndex(
                name: "ix_assets_model_id_tag_key_kind",
                table: "assets",
                columns: new[] { "model_id", "tag_key", "kind" })
                .Annotation("Npgsql:IndexInclude", new[] { "id", "state", "purchased_on" });

            migrationBuilder.CreateIndex(
                name: "ix_assets_site_id_tag_key",
                table: "assets",
                columns: new[] { "site_id", "tag_key" })
                .Annotation("Npgsql:IndexInclude", new[] { "id", "kind", "state", "purchased_on" });

            migrationBuilder.CreateIndex(
                name: "ix_assets_user_unit_id",
                table: "assets",
                column: "user_unit_id",
                filter: "user_unit_id is not null");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_assets_kind_state_tag_key",
                table: "assets");

            migrationBuilder.DropIndex(
                name: "ix_assets_model_id_tag_key_kind",
                table: "assets");

            migrationBuilder.DropIndex(
                name: "ix_assets_site_id_tag_key",
                table: "assets");

            migrationBuilder.DropIndex(
                name: "ix_assets_user_unit_id",
                table: "assets");

            migrationBuilder.CreateIndex(
                name: "ix_assets_site_id_tag_key",
                table: "assets",
                columns: new[] { "site_id", "tag_key" });
        }
    }
}
