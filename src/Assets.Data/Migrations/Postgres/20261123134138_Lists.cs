using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Assets.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Lists : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "list",
                table: "saved_views",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "interest_milli_percent",
                table: "orders",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "last_asset_id",
                table: "contract_lines",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "last_cost_code_id",
                table: "contract_lines",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "last_from_on",
                table: "contract_lines",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<long>(
                name: "last_rent",
                table: "contract_lines",
                type: "bigint",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<int>(
                name: "last_unit_id",
                table: "contract_lines",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "last_until_on",
                table: "contract_lines",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            // The last stretch of each line, from the stretches. A line without any is filled when the schema is brought up, with which the guard
            // comes back: without it the database does not count as current, so that an upgrade that was cut off here is taken up again.
            migrationBuilder.Sql("drop trigger if exists guard_line_versions_insert on line_versions");
            migrationBuilder.Sql("""
                update contract_lines set last_from_on = g.from_on, last_until_on = coalesce(g.until_on, 99991231), last_unit_id = g.unit_id, last_cost_code_id = g.cost_code_id,
                  last_asset_id = g.asset_id, last_rent = g.monthly_rent
                from line_segments g
                where g.line_id = contract_lines.id and g.from_on = (select max(x.from_on) from line_segments x where x.line_id = contract_lines.id)
                """);

            migrationBuilder.CreateIndex(
                name: "ix_line_segments_unit_id_line_id",
                table: "line_segments",
                columns: new[] { "unit_id", "line_id" },
                filter: "until_on is not null");

            migrationBuilder.CreateIndex(
                name: "ix_contract_lines_last_asset_id",
                table: "contract_lines",
                column: "last_asset_id",
                filter: "last_until_on = last_from_on");

            migrationBuilder.CreateIndex(
                name: "ix_contract_lines_last_cost_code_id",
                table: "contract_lines",
                column: "last_cost_code_id",
                filter: "last_cost_code_id is not null");

            migrationBuilder.CreateIndex(
                name: "ix_contract_lines_last_from_on_id",
                table: "contract_lines",
                columns: new[] { "last_from_on", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_contract_lines_last_rent_id",
                table: "contract_lines",
                columns: new[] { "last_rent", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_contract_lines_last_unit_id_id",
                table: "contract_lines",
                columns: new[] { "last_unit_id", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_contract_lines_last_until_on_id",
                table: "contract_lines",
                columns: new[] { "last_until_on", "id" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_line_segments_unit_id_line_id",
                table: "line_segments");

            migrationBuilder.DropIndex(
                name: "ix_contract_lines_last_asset_id",
                table: "contract_lines");

            migrationBuilder.DropIndex(
                name: "ix_contract_lines_last_cost_code_id",
                table: "contract_lines");

            migrationBuilder.DropIndex(
                name: "ix_contract_lines_last_from_on_id",
                table: "contract_lines");

            migrationBuilder.DropIndex(
                name: "ix_contract_lines_last_rent_id",
                table: "contract_lines");

            migrationBuilder.DropIndex(
                name: "ix_contract_lines_last_unit_id_id",
                table: "contract_lines");

            migrationBuilder.DropIndex(
                name: "ix_contract_lines_last_until_on_id",
                table: "contract_lines");

            migrationBuilder.DropColumn(
                name: "list",
                table: "saved_views");

            migrationBuilder.DropColumn(
                name: "interest_milli_percent",
                table: "orders");

            migrationBuilder.DropColumn(
                name: "last_asset_id",
                table: "contract_lines");

            migrationBuilder.DropColumn(
                name: "last_cost_code_id",
                table: "contract_lines");

            migrationBuilder.DropColumn(
                name: "last_from_on",
                table: "contract_lines");

            migrationBuilder.DropColumn(
                name: "last_rent",
                table: "contract_lines");

            migrationBuilder.DropColumn(
                name: "last_unit_id",
                table: "contract_lines");

            migrationBuilder.DropColumn(
                name: "last_until_on",
                table: "contract_lines");
        }
    }
}
