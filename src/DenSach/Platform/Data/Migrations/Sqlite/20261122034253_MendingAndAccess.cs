using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace DenSach.Platform.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class MendingAndAccess : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(name: "ix_round_register_id_area_id_year_title", table: "round");

            migrationBuilder.AddColumn<DateTime>(name: "closed_at", table: "round", type: "TEXT", nullable: true);

            migrationBuilder.AddColumn<string>(name: "closed_because", table: "round", type: "TEXT", nullable: true);

            migrationBuilder.AddColumn<byte[]>(name: "head_person_id", table: "decision_line", type: "BLOB", nullable: true);

            migrationBuilder.AddColumn<DateTime>(name: "numbered_at", table: "decision", type: "TEXT", nullable: true);

            migrationBuilder.AddColumn<DateOnly>(name: "signed_on", table: "decision", type: "TEXT", nullable: true);

            migrationBuilder.AddColumn<string>(name: "ended_sessions", table: "account", type: "TEXT", maxLength: 4000, nullable: true);

            migrationBuilder.CreateTable(
                name: "decision_step",
                columns: table => new
                {
                    register_id = table.Column<int>(type: "INTEGER", nullable: false),
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    decision_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    action = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    account_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    account_name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    role = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    detail = table.Column<string>(type: "TEXT", nullable: true),
                    reason = table.Column<string>(type: "TEXT", nullable: true),
                    late_reason = table.Column<string>(type: "TEXT", nullable: true),
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
