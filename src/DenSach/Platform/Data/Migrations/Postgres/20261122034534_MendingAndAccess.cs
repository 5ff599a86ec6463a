using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace DenSach.Platform.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class MendingAndAccess : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(name: "ix_round_register_id_area_id_year_title", table: "round");

            migrationBuilder.AddColumn<DateTime>(name: "closed_at", table: "round", type: "timestamp with time zone", nullable: true);

            migrationBuilder.AddColumn<string>(name: "closed_because", table: "round", type: "text", nullable: true);

            migrationBuilder.AddColumn<Guid>(name: "head_person_id", table: "decision_line", type: "uuid", nullable: true);

            migrationBuilder.AddColumn<DateTime>(name: "numbered_at", table: "decision", type: "timestamp with time zone", nullable: true);

            migrationBuilder.AddColumn<DateOnly>(name: "signed_on", table: "decision", type: "date", nullable: true);

            migrationBuilder.AddColumn<string>(name: "ended_sessions", table: "account", type: "character varying(4000)", maxLength: 4000, nullable: true);

            migrationBuilder.CreateTable(
                name: "decision_step",
                columns: table => new
                {
                    register_id = table.Column<int>(type: "integer", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    decision_id = table.Column<Guid>(type: "uuid", nullable: false),
                    action = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    account_id = table.Column<Guid>(type: "uuid", nullable: false),
                    account_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    role = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    detail = table.Column<string>(type: "text", nullable: true),
                    reason = table.Column<string>(type: "text", nullable: true),
                    late_reason = table.Column<string>(type: "text", nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_decision_step", x => new { x.register_id, x.id });
                    table.ForeignKey(
                        name: "fk_decision_step_decision_register_id_decision_id",
                        columns: x => new { x.register_id, x.decision_id },
                        principalTable: "decision",
                        principalColumns: new[] { "register_id", "id" },
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateIndex(
                name: "ix_round_register_id_area_id_year_title",
                table: "round",
                columns: new[] { "register_id", "area_id", "year", "title" },
                unique: true,
                filter: "closed_at IS NULL"
            );

            migrationBuilder.CreateIndex(name: "ix_recognition_decision_register_id_decision_id", table: "recognition", columns: new[] { "decision_register_id", "decision_id" });

            migrationBuilder.CreateIndex(name: "ix_decision_step_register_id_decision_id", table: "decision_step", columns: new[] { "register_id", "decision_id" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(name: "decision_step");

            migrationBuilder.DropIndex(name: "ix_round_register_id_area_id_year_title", table: "round");

            migrationBuilder.DropIndex(name: "ix_recognition_decision_register_id_decision_id", table: "recognition");

            migrationBuilder.DropColumn(name: "closed_at", table: "round");

            migrationBuilder.DropColumn(name: "closed_because", table: "round");

            migrationBuilder.DropColumn(name: "head_person_id", table: "decision_line");

            migrationBuilder.DropColumn(name: "numbered_at", table: "decision");

            migrationBuilder.DropColumn(name: "signed_on", table: "decision");

            migrationBuilder.DropColumn(name: "ended_sessions", table: "account");

            migrationBuilder.CreateIndex(
                name: "ix_round_register_id_area_id_year_title",
                table: "round",
                columns: new[] { "register_id", "area_id", "year", "title" },
                unique: true
            );
        }
    }
}
