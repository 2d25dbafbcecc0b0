using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Assets.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class StandardLines : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "product_code",
                table: "line_segments",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "term_until",
                table: "line_segments",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "ix_line_segments_product_code_from_on",
                table: "line_segments",
                columns: new[] { "product_code", "from_on" },
                filter: "product_code is not null");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_line_segments_product_code_from_on",
                table: "line_segments");

            migrationBuilder.DropColumn(
                name: "product_code",
                table: "line_segments");

            migrationBuilder.DropColumn(
                name: "term_until",
                table: "line_segments");
        }
    }
}
