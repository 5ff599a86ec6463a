using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace DenSach.Platform.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class PlansKept : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(name: "continues_place", table: "task_followed", type: "integer", nullable: true);

            migrationBuilder.AddColumn<Guid>(name: "continues_plan_id", table: "task_followed", type: "uuid", nullable: true);

            migrationBuilder.AddColumn<string>(name: "year_from", table: "plan_target", type: "character varying(40)", maxLength: 40, nullable: true);

            migrationBuilder.AddColumn<int>(name: "year_from_end", table: "plan_target", type: "integer", nullable: false, defaultValue: 0);

            migrationBuilder.AddColumn<int>(name: "year_from_start", table: "plan_target", type: "integer", nullable: false, defaultValue: 0);

            migrationBuilder.AddColumn<string>(name: "year_mark", table: "plan_target", type: "character varying(20)", maxLength: 20, nullable: true);

            migrationBuilder.AddColumn<string>(name: "came_as", table: "plan", type: "character varying(40)", maxLength: 40, nullable: true);

            migrationBuilder.AddColumn<string>(name: "file_name", table: "plan", type: "character varying(300)", maxLength: 300, nullable: true);

            migrationBuilder.AddColumn<string>(name: "file_sha256", table: "plan", type: "character varying(64)", maxLength: 64, nullable: true);

            migrationBuilder.AddColumn<int>(name: "file_size", table: "plan", type: "integer", nullable: true);

            migrationBuilder.AddColumn<DateOnly>(name: "first_day", table: "plan", type: "date", nullable: true);

            migrationBuilder.Sql(
                """
                UPDATE plan SET first_day = COALESCE(issued_on,
                    CASE length(issued_partial) WHEN 7 THEN (issued_partial || '-01')::date WHEN 4 THEN (issued_partial || '-01-01')::date END,
                    make_date(first_year, 1, 1));
                """
            );

            migrationBuilder.CreateIndex(name: "ix_plan_carries_out_id", table: "plan", column: "carries_out_id");

            migrationBuilder.CreateIndex(name: "ix_plan_replaces_id", table: "plan", column: "replaces_id");

            migrationBuilder.CreateIndex(name: "ix_plan_amends_id", table: "plan", column: "amends_id");

            migrationBuilder.CreateIndex(
                name: "ix_task_followed_continues_plan_id_continues_place",
                table: "task_followed",
                columns: new[] { "continues_plan_id", "continues_place" }
            );
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(name: "ix_plan_carries_out_id", table: "plan");

            migrationBuilder.DropIndex(name: "ix_plan_replaces_id", table: "plan");

            migrationBuilder.DropIndex(name: "ix_plan_amends_id", table: "plan");

            migrationBuilder.DropIndex(name: "ix_task_followed_continues_plan_id_continues_place", table: "task_followed");

            migrationBuilder.DropColumn(name: "continues_place", table: "task_followed");

            migrationBuilder.DropColumn(name: "continues_plan_id", table: "task_followed");

            migrationBuilder.DropColumn(name: "year_from", table: "plan_target");

            migrationBuilder.DropColumn(name: "year_from_end", table: "plan_target");

            migrationBuilder.DropColumn(name: "year_mark", table: "plan_target");

            migrationBuilder.DropColumn(name: "year_from_start", table: "plan_target");

            migrationBuilder.DropColumn(name: "came_as", table: "plan");

            migrationBuilder.DropColumn(name: "file_name", table: "plan");

            migrationBuilder.DropColumn(name: "file_sha256", table: "plan");

            migrationBuilder.DropColumn(name: "file_size", table: "plan");

            migrationBuilder.DropColumn(name: "first_day", table: "plan");
        }
    }
}
