using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Assets.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Ordering : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "approved_rent",
                table: "orders",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "wish_model",
                table: "order_lines",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "wish_price",
                table: "order_lines",
                type: "INTEGER",
                nullable: true);

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
                name: "approved_rent",
                table: "orders");

            migrationBuilder.DropColumn(
                name: "wish_model",
                table: "order_lines");

            migrationBuilder.DropColumn(
                name: "wish_price",
                table: "order_lines");

            migrationBuilder.DropColumn(
                name: "product_code",
                table: "line_segments");

            migrationBuilder.DropColumn(
                name: "term_until",
                table: "line_segments");
        }
    }
}
