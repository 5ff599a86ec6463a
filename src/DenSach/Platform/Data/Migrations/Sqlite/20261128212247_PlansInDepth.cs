using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace DenSach.Platform.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class PlansInDepth : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<bool>(name: "dropped", table: "plan_target", type: "INTEGER", nullable: false, defaultValue: false);

            migrationBuilder.AddColumn<string>(name: "origin", table: "plan_target", type: "TEXT", maxLength: 40, nullable: false, defaultValue: "Read");

            migrationBuilder.AddColumn<string>(name: "read_as", table: "plan_target", type: "TEXT", nullable: true);

            migrationBuilder.AddColumn<bool>(name: "settled", table: "plan_doubt", type: "INTEGER", nullable: false, defaultValue: false);

            migrationBuilder.AddColumn<bool>(name: "dropped", table: "plan_deadline", type: "INTEGER", nullable: false, defaultValue: false);

            migrationBuilder.AddColumn<string>(name: "origin", table: "plan_deadline", type: "TEXT", maxLength: 40, nullable: false, defaultValue: "Read");

            migrationBuilder.AddColumn<string>(name: "read_as", table: "plan_deadline", type: "TEXT", nullable: true);

            // Three columns may be empty from here on. EF would copy the table for that, outside the transaction and with foreign keys off: a failure then
            // leaves half an upgrade. The rows are the same with and without the rule, so only what the schema says is changed, as SQLite documents it.
            migrationBuilder.Sql("PRAGMA writable_schema = ON;");
            migrationBuilder.Sql(
                """
                UPDATE sqlite_schema SET sql = replace(replace(replace(sql,
                    '"text_sha256" TEXT NOT NULL', '"text_sha256" TEXT NULL'),
                    '"confirmed_by" BLOB NOT NULL', '"confirmed_by" BLOB NULL'),
                    '"confirmed_at" TEXT NOT NULL', '"confirmed_at" TEXT NULL')
                WHERE type = 'table' AND name = 'plan';
                """
            );
            migrationBuilder.Sql("PRAGMA writable_schema = RESET;");
            // Words that were not found were not replaced, and nothing said so: the step fails here rather than at the first draft.
            migrationBuilder.Sql(
                """
                CREATE TEMPORARY TABLE asked (still_required INTEGER CONSTRAINT "three columns of plan may be empty" CHECK (still_required = 0));
                INSERT INTO asked SELECT count(*) <> 3 OR sum("notnull") <> 0 FROM pragma_table_info('plan') WHERE name IN ('text_sha256', 'confirmed_by', 'confirmed_at');
                DROP TABLE asked;
                """
            );

            migrationBuilder.AddColumn<byte[]>(name: "amends_id", table: "plan", type: "BLOB", nullable: true);

            migrationBuilder.AddColumn<byte[]>(name: "carries_out_id", table: "plan", type: "BLOB", nullable: true);

            migrationBuilder.AddColumn<int>(name: "carries_out_register_id", table: "plan", type: "INTEGER", nullable: true);

            migrationBuilder.AddColumn<DateTime>(name: "changed_at", table: "plan", type: "TEXT", nullable: true);

            migrationBuilder.AddColumn<string>(name: "end_reason", table: "plan", type: "TEXT", nullable: true);

            migrationBuilder.AddColumn<DateOnly>(name: "ended_on", table: "plan", type: "TEXT", nullable: true);

            migrationBuilder.AddColumn<byte[]>(name: "organisation_id", table: "plan", type: "BLOB", nullable: true);

            migrationBuilder.AddColumn<string>(name: "organisation_name", table: "plan", type: "TEXT", nullable: true);

            migrationBuilder.AddColumn<byte[]>(name: "replaces_id", table: "plan", type: "BLOB", nullable: true);

            migrationBuilder.AddColumn<string>(name: "source_mark", table: "plan", type: "TEXT", nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "taken_in_at",
                table: "plan",
                type: "TEXT",
                nullable: false,
                defaultValue: new DateTime(1, 1, 1, 0, 0, 0, 0, DateTimeKind.Unspecified)
            );

            migrationBuilder.AddColumn<byte[]>(name: "taken_in_by", table: "plan", type: "BLOB", nullable: false, defaultValue: new byte[0]);

            migrationBuilder.CreateTable(
                name: "plan_basis",
                columns: table => new
                {
                    register_id = table.Column<int>(type: "INTEGER", nullable: false),
                    plan_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    place = table.Column<int>(type: "INTEGER", nullable: false),
                    kind = table.Column<string>(type: "TEXT", nullable: true),
                    number = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    issued_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    issuer = table.Column<string>(type: "TEXT", nullable: true),
                    is_cited = table.Column<bool>(type: "INTEGER", nullable: false),
                    origin = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    read_as = table.Column<string>(type: "TEXT", nullable: true),
                    dropped = table.Column<bool>(type: "INTEGER", nullable: false),
                    span_start = table.Column<int>(type: "INTEGER", nullable: false),
                    span_end = table.Column<int>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey(
                        "pk_plan_basis",
                        x => new
                        {
                            x.register_id,
                            x.plan_id,
                            x.place,
                        }
                    );
                    table.ForeignKey(
                        name: "fk_plan_basis_plan_register_id_plan_id",
                        columns: x => new { x.register_id, x.plan_id },
                        principalTable: "plan",
                        principalColumns: new[] { "register_id", "id" },
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "plan_goal",
                columns: table => new
                {
                    register_id = table.Column<int>(type: "INTEGER", nullable: false),
                    plan_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    place = table.Column<int>(type: "INTEGER", nullable: false),
                    year = table.Column<int>(type: "INTEGER", nullable: true),
                    text = table.Column<string>(type: "TEXT", nullable: false),
                    origin = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    read_as = table.Column<string>(type: "TEXT", nullable: true),
                    dropped = table.Column<bool>(type: "INTEGER", nullable: false),
                    span_start = table.Column<int>(type: "INTEGER", nullable: false),
                    span_end = table.Column<int>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey(
                        "pk_plan_goal",
                        x => new
                        {
                            x.register_id,
                            x.plan_id,
                            x.place,
                        }
                    );
                    table.ForeignKey(
                        name: "fk_plan_goal_plan_register_id_plan_id",
                        columns: x => new { x.register_id, x.plan_id },
                        principalTable: "plan",
                        principalColumns: new[] { "register_id", "id" },
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "plan_member",
                columns: table => new
                {
                    register_id = table.Column<int>(type: "INTEGER", nullable: false),
                    plan_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    place = table.Column<int>(type: "INTEGER", nullable: false),
                    who = table.Column<string>(type: "TEXT", nullable: false),
                    role = table.Column<string>(type: "TEXT", nullable: false),
                    origin = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    read_as = table.Column<string>(type: "TEXT", nullable: true),
                    dropped = table.Column<bool>(type: "INTEGER", nullable: false),
                    span_start = table.Column<int>(type: "INTEGER", nullable: false),
                    span_end = table.Column<int>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey(
                        "pk_plan_member",
                        x => new
                        {
                            x.register_id,
                            x.plan_id,
                            x.place,
                        }
                    );
                    table.ForeignKey(
                        name: "fk_plan_member_plan_register_id_plan_id",
                        columns: x => new { x.register_id, x.plan_id },
                        principalTable: "plan",
                        principalColumns: new[] { "register_id", "id" },
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "plan_mention",
                columns: table => new
                {
                    register_id = table.Column<int>(type: "INTEGER", nullable: false),
                    plan_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    place = table.Column<int>(type: "INTEGER", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    text = table.Column<string>(type: "TEXT", nullable: false),
                    origin = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    read_as = table.Column<string>(type: "TEXT", nullable: true),
                    dropped = table.Column<bool>(type: "INTEGER", nullable: false),
                    span_start = table.Column<int>(type: "INTEGER", nullable: false),
                    span_end = table.Column<int>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey(
                        "pk_plan_mention",
                        x => new
                        {
                            x.register_id,
                            x.plan_id,
                            x.place,
                        }
                    );
                    table.ForeignKey(
                        name: "fk_plan_mention_plan_register_id_plan_id",
                        columns: x => new { x.register_id, x.plan_id },
                        principalTable: "plan",
                        principalColumns: new[] { "register_id", "id" },
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "plan_phase",
                columns: table => new
                {
                    register_id = table.Column<int>(type: "INTEGER", nullable: false),
                    plan_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    place = table.Column<int>(type: "INTEGER", nullable: false),
                    first_year = table.Column<int>(type: "INTEGER", nullable: false),
                    last_year = table.Column<int>(type: "INTEGER", nullable: false),
                    origin = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    read_as = table.Column<string>(type: "TEXT", nullable: true),
                    dropped = table.Column<bool>(type: "INTEGER", nullable: false),
                    span_start = table.Column<int>(type: "INTEGER", nullable: false),
                    span_end = table.Column<int>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey(
                        "pk_plan_phase",
                        x => new
                        {
                            x.register_id,
                            x.plan_id,
                            x.place,
                        }
                    );
                    table.ForeignKey(
                        name: "fk_plan_phase_plan_register_id_plan_id",
                        columns: x => new { x.register_id, x.plan_id },
                        principalTable: "plan",
                        principalColumns: new[] { "register_id", "id" },
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "plan_task",
                columns: table => new
                {
                    register_id = table.Column<int>(type: "INTEGER", nullable: false),
                    plan_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    place = table.Column<int>(type: "INTEGER", nullable: false),
                    lead = table.Column<string>(type: "TEXT", nullable: false),
                    role = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    partners = table.Column<string>(type: "TEXT", nullable: true),
                    what = table.Column<string>(type: "TEXT", nullable: false),
                    from_table = table.Column<bool>(type: "INTEGER", nullable: false),
                    origin = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    read_as = table.Column<string>(type: "TEXT", nullable: true),
                    dropped = table.Column<bool>(type: "INTEGER", nullable: false),
                    span_start = table.Column<int>(type: "INTEGER", nullable: false),
                    span_end = table.Column<int>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey(
                        "pk_plan_task",
                        x => new
                        {
                            x.register_id,
                            x.plan_id,
                            x.place,
                        }
                    );
                    table.ForeignKey(
                        name: "fk_plan_task_plan_register_id_plan_id",
                        columns: x => new { x.register_id, x.plan_id },
                        principalTable: "plan",
                        principalColumns: new[] { "register_id", "id" },
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(name: "plan_basis");

            migrationBuilder.DropTable(name: "plan_goal");

            migrationBuilder.DropTable(name: "plan_member");

            migrationBuilder.DropTable(name: "plan_mention");

            migrationBuilder.DropTable(name: "plan_phase");

            migrationBuilder.DropTable(name: "plan_task");

            migrationBuilder.DropColumn(name: "dropped", table: "plan_target");

            migrationBuilder.DropColumn(name: "origin", table: "plan_target");

            migrationBuilder.DropColumn(name: "read_as", table: "plan_target");

            migrationBuilder.DropColumn(name: "settled", table: "plan_doubt");

            migrationBuilder.DropColumn(name: "dropped", table: "plan_deadline");

            migrationBuilder.DropColumn(name: "origin", table: "plan_deadline");

            migrationBuilder.DropColumn(name: "read_as", table: "plan_deadline");

            migrationBuilder.DropColumn(name: "amends_id", table: "plan");

            migrationBuilder.DropColumn(name: "carries_out_id", table: "plan");

            migrationBuilder.DropColumn(name: "carries_out_register_id", table: "plan");

            migrationBuilder.DropColumn(name: "changed_at", table: "plan");

            migrationBuilder.DropColumn(name: "end_reason", table: "plan");

            migrationBuilder.DropColumn(name: "ended_on", table: "plan");

            migrationBuilder.DropColumn(name: "organisation_id", table: "plan");

            migrationBuilder.DropColumn(name: "organisation_name", table: "plan");

            migrationBuilder.DropColumn(name: "replaces_id", table: "plan");

            migrationBuilder.DropColumn(name: "source_mark", table: "plan");

            migrationBuilder.DropColumn(name: "taken_in_at", table: "plan");

            migrationBuilder.DropColumn(name: "taken_in_by", table: "plan");

            migrationBuilder.AlterColumn<string>(
                name: "text_sha256",
                table: "plan",
                type: "TEXT",
                maxLength: 64,
                nullable: false,
                defaultValue: "",
                oldClrType: typeof(string),
                oldType: "TEXT",
                oldMaxLength: 64,
                oldNullable: true
            );

            migrationBuilder.AlterColumn<byte[]>(
                name: "confirmed_by",
                table: "plan",
                type: "BLOB",
                nullable: false,
                defaultValue: new byte[0],
                oldClrType: typeof(byte[]),
                oldType: "BLOB",
                oldNullable: true
            );

            migrationBuilder.AlterColumn<DateTime>(
                name: "confirmed_at",
                table: "plan",
                type: "TEXT",
                nullable: false,
                defaultValue: new DateTime(1, 1, 1, 0, 0, 0, 0, DateTimeKind.Unspecified),
                oldClrType: typeof(DateTime),
                oldType: "TEXT",
                oldNullable: true
            );
        }
    }
}
