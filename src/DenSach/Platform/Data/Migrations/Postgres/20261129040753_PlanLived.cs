using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace DenSach.Platform.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class PlanLived : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<bool>(name: "asks", table: "task_note", type: "boolean", nullable: false, defaultValue: false);

            migrationBuilder.AddColumn<string>(name: "in_stead_of", table: "task_note", type: "character varying(300)", maxLength: 300, nullable: true);

            migrationBuilder.AddColumn<bool>(name: "asking", table: "task_followed", type: "boolean", nullable: false, defaultValue: false);

            migrationBuilder.AddColumn<DateTime>(name: "given_at", table: "task_followed", type: "timestamp with time zone", nullable: true);

            migrationBuilder.AddColumn<Guid>(name: "given_by", table: "task_followed", type: "uuid", nullable: true);

            migrationBuilder.AddColumn<bool>(name: "no_day", table: "task_followed", type: "boolean", nullable: false, defaultValue: false);

            migrationBuilder.CreateTable(
                name: "settled_deadline",
                columns: table => new
                {
                    register_id = table.Column<int>(type: "integer", nullable: false),
                    plan_id = table.Column<Guid>(type: "uuid", nullable: false),
                    place = table.Column<int>(type: "integer", nullable: false),
                    occurrence = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    area_id = table.Column<int>(type: "integer", nullable: false),
                    state = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    on = table.Column<DateOnly>(type: "date", nullable: false),
                    note = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    by = table.Column<Guid>(type: "uuid", nullable: false),
                    by_name = table.Column<string>(type: "text", nullable: false),
                    by_office = table.Column<string>(type: "text", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey(
                        "pk_settled_deadline",
                        x => new
                        {
                            x.register_id,
                            x.plan_id,
                            x.place,
                            x.occurrence,
                            x.area_id,
                        }
                    );
                }
            );

            migrationBuilder.CreateIndex(name: "ix_task_note_register_id_file_sha256", table: "task_note", columns: new[] { "register_id", "file_sha256" });

            migrationBuilder.CreateIndex(name: "ix_evidence_file_register_id_sha256", table: "evidence_file", columns: new[] { "register_id", "sha256" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(name: "settled_deadline");

            migrationBuilder.DropIndex(name: "ix_task_note_register_id_file_sha256", table: "task_note");

            migrationBuilder.DropIndex(name: "ix_evidence_file_register_id_sha256", table: "evidence_file");

            migrationBuilder.DropColumn(name: "asks", table: "task_note");

            migrationBuilder.DropColumn(name: "in_stead_of", table: "task_note");

            migrationBuilder.DropColumn(name: "asking", table: "task_followed");

            migrationBuilder.DropColumn(name: "given_at", table: "task_followed");

            migrationBuilder.DropColumn(name: "given_by", table: "task_followed");

            migrationBuilder.DropColumn(name: "no_day", table: "task_followed");
        }
    }
}
