using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Assets.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class AssetListIndexes : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateIndex(
                name: "ix_assets_kind_state_tag_key",
                table: "assets",
                columns: new[] { "kind", "state", "tag_key" });

            migrationBuilder.CreateIndex(
                name: "ix_assets_model_id_tag_key_kind",
                table: "assets",
                columns: new[] { "model_id", "tag_key", "kind" });

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
                name: "ix_assets_user_unit_id",
                table: "assets");
        }
    }
}
