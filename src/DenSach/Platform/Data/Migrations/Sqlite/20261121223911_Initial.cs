using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace DenSach.Platform.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "access_grant",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    account_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    role = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    scope = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    area_id = table.Column<int>(type: "INTEGER", nullable: false),
                    subject_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    valid_from = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    valid_to = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_access_grant", x => x.id);
                }
            );

            migrationBuilder.CreateTable(
                name: "audit_head",
                columns: table => new
                {
                    register_id = table.Column<int>(type: "INTEGER", nullable: false),
                    seq = table.Column<long>(type: "INTEGER", nullable: false),
                    hash = table.Column<byte[]>(type: "BLOB", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_audit_head", x => x.register_id);
                }
            );

            migrationBuilder.CreateTable(
                name: "audit_row",
                columns: table => new
                {
                    register_id = table.Column<int>(type: "INTEGER", nullable: false),
                    seq = table.Column<long>(type: "INTEGER", nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    account_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    role = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    on_behalf_of = table.Column<byte[]>(type: "BLOB", nullable: true),
                    action = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    subjects = table.Column<string>(type: "TEXT", nullable: false),
                    outcome = table.Column<string>(type: "TEXT", nullable: false),
                    command_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    content_hash = table.Column<byte[]>(type: "BLOB", nullable: false),
                    hash = table.Column<byte[]>(type: "BLOB", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_audit_row", x => new { x.register_id, x.seq });
                }
            );

            migrationBuilder.CreateTable(
                name: "command_record",
                columns: table => new
                {
                    register_id = table.Column<int>(type: "INTEGER", nullable: false),
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    account_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    content_hash = table.Column<byte[]>(type: "BLOB", nullable: false),
                    salt = table.Column<byte[]>(type: "BLOB", nullable: true),
                    content = table.Column<string>(type: "TEXT", nullable: true),
                    outcome = table.Column<string>(type: "TEXT", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_command_record", x => new { x.register_id, x.id });
                }
            );

            migrationBuilder.CreateTable(
                name: "installation_fact",
                columns: table => new { name = table.Column<string>(type: "TEXT", nullable: false), value = table.Column<string>(type: "TEXT", nullable: false) },
                constraints: table =>
                {
                    table.PrimaryKey("pk_installation_fact", x => x.name);
                }
            );

            migrationBuilder.CreateTable(
                name: "register_tally",
                columns: table => new
                {
                    register_id = table.Column<int>(type: "INTEGER", nullable: false),
                    measure = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    date = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    value = table.Column<int>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey(
                        "pk_register_tally",
                        x => new
                        {
                            x.register_id,
                            x.measure,
                            x.date,
                        }
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "tally",
                columns: table => new
                {
                    register_id = table.Column<int>(type: "INTEGER", nullable: false),
                    area_id = table.Column<int>(type: "INTEGER", nullable: false),
                    measure = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    date = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    value = table.Column<int>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey(
                        "pk_tally",
                        x => new
                        {
                            x.register_id,
                            x.area_id,
                            x.measure,
                            x.date,
                        }
                    );
                }
            );

            migrationBuilder.CreateIndex(name: "ix_access_grant_account_id", table: "access_grant", column: "account_id");

            migrationBuilder.CreateIndex(name: "ix_access_grant_area_id", table: "access_grant", column: "area_id");

            migrationBuilder.CreateIndex(name: "ix_audit_row_register_id_command_id", table: "audit_row", columns: new[] { "register_id", "command_id" });

            migrationBuilder.CreateIndex(name: "ix_register_tally_measure_date_register_id", table: "register_tally", columns: new[] { "measure", "date", "register_id" });

            migrationBuilder.CreateIndex(name: "ix_tally_measure_area_id_date", table: "tally", columns: new[] { "measure", "area_id", "date" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(name: "access_grant");

            migrationBuilder.DropTable(name: "audit_head");

            migrationBuilder.DropTable(name: "audit_row");

            migrationBuilder.DropTable(name: "command_record");

            migrationBuilder.DropTable(name: "installation_fact");

            migrationBuilder.DropTable(name: "register_tally");

            migrationBuilder.DropTable(name: "tally");
        }
    }
}
