using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace DenSach.Platform.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class PlansInDepth : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<bool>(name: "dropped", table: "plan_target", type: "boolean", nullable: false, defaultValue: false);

            migrationBuilder.AddColumn<string>(name: "origin", table: "plan_target", type: "character varying(40)", maxLength: 40, nullable: false, defaultValue: "Read");

            migrationBuilder.AddColumn<string>(name: "read_as", table: "plan_target", type: "text", nullable: true);

            migrationBuilder.AddColumn<bool>(name: "settled", table: "plan_doubt", type: "boolean", nullable: false, defaultValue: false);

            migrationBuilder.AddColumn<bool>(name: "dropped", table: "plan_deadline", type: "boolean", nullable: false, defaultValue: false);

            migrationBuilder.AddColumn<string>(name: "origin", table: "plan_deadline", type: "character varying(40)", maxLength: 40, nullable: false, defaultValue: "Read");

            migrationBuilder.AddColumn<string>(name: "read_as", table: "plan_deadline", type: "text", nullable: true);

            migrationBuilder.AlterColumn<string>(
                name: "text_sha256",
                table: "plan",
                type: "character varying(64)",
                maxLength: 64,
                nullable: true,
                oldClrType: typeof(string),
                oldType: "character varying(64)",
                oldMaxLength: 64
            );

            migrationBuilder.AlterColumn<Guid>(name: "confirmed_by", table: "plan", type: "uuid", nullable: true, oldClrType: typeof(Guid), oldType: "uuid");

            migrationBuilder.AlterColumn<DateTime>(
                name: "confirmed_at",
                table: "plan",
                type: "timestamp with time zone",
                nullable: true,
                oldClrType: typeof(DateTime),
                oldType: "timestamp with time zone"
            );

            migrationBuilder.AddColumn<Guid>(name: "amends_id", table: "plan", type: "uuid", nullable: true);

            migrationBuilder.AddColumn<Guid>(name: "carries_out_id", table: "plan", type: "uuid", nullable: true);

            migrationBuilder.AddColumn<int>(name: "carries_out_register_id", table: "plan", type: "integer", nullable: true);

            migrationBuilder.AddColumn<DateTime>(name: "changed_at", table: "plan", type: "timestamp with time zone", nullable: true);

            migrationBuilder.AddColumn<string>(name: "end_reason", table: "plan", type: "text", nullable: true);

            migrationBuilder.AddColumn<DateOnly>(name: "ended_on", table: "plan", type: "date", nullable: true);

            migrationBuilder.AddColumn<Guid>(name: "organisation_id", table: "plan", type: "uuid", nullable: true);

            migrationBuilder.AddColumn<string>(name: "organisation_name", table: "plan", type: "text", nullable: true);

            migrationBuilder.AddColumn<Guid>(name: "replaces_id", table: "plan", type: "uuid", nullable: true);

            migrationBuilder.AddColumn<string>(name: "source_mark", table: "plan", type: "text", nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "taken_in_at",
                table: "plan",
                type: "timestamp with time zone",
                nullable: false,
                defaultValue: new DateTime(1, 1, 1, 0, 0, 0, 0, DateTimeKind.Unspecified)
            );

            migrationBuilder.AddColumn<Guid>(name: "taken_in_by", table: "plan", type: "uuid", nullable: false, defaultValue: new Guid("00000000-0000-0000-0000-000000000000"));

            migrationBuilder.CreateTable(
                name: "plan_basis",
                columns: table => new
                {
                    register_id = table.Column<int>(type: "integer", nullable: false),
                    plan_id = table.Column<Guid>(type: "uuid", nullable: false),
                    place = table.Column<int>(type: "integer", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: true),
                    number = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    issued_on = table.Column<DateOnly>(type: "date", nullable: true),
                    issuer = table.Column<string>(type: "text", nullable: true),
                    is_cited = table.Column<bool>(type: "boolean", nullable: false),
                    origin = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    read_as = table.Column<string>(type: "text", nullable: true),
                    dropped = table.Column<bool>(type: "boolean", nullable: false),
                    span_start = table.Column<int>(type: "integer", nullable: false),
                    span_end = table.Column<int>(type: "integer", nullable: false),
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
                    register_id = table.Column<int>(type: "integer", nullable: false),
                    plan_id = table.Column<Guid>(type: "uuid", nullable: false),
                    place = table.Column<int>(type: "integer", nullable: false),
                    year = table.Column<int>(type: "integer", nullable: true),
                    text = table.Column<string>(type: "text", nullable: false),
                    origin = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    read_as = table.Column<string>(type: "text", nullable: true),
                    dropped = table.Column<bool>(type: "boolean", nullable: false),
                    span_start = table.Column<int>(type: "integer", nullable: false),
                    span_end = table.Column<int>(type: "integer", nullable: false),
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
                    register_id = table.Column<int>(type: "integer", nullable: false),
                    plan_id = table.Column<Guid>(type: "uuid", nullable: false),
                    place = table.Column<int>(type: "integer", nullable: false),
                    who = table.Column<string>(type: "text", nullable: false),
                    role = table.Column<string>(type: "text", nullable: false),
                    origin = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    read_as = table.Column<string>(type: "text", nullable: true),
                    dropped = table.Column<bool>(type: "boolean", nullable: false),
                    span_start = table.Column<int>(type: "integer", nullable: false),
                    span_end = table.Column<int>(type: "integer", nullable: false),
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
                    register_id = table.Column<int>(type: "integer", nullable: false),
                    plan_id = table.Column<Guid>(type: "uuid", nullable: false),
                    place = table.Column<int>(type: "integer", nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    text = table.Column<string>(type: "text", nullable: false),
                    origin = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    read_as = table.Column<string>(type: "text", nullable: true),
                    dropped = table.Column<bool>(type: "boolean", nullable: false),
                    span_start = table.Column<int>(type: "integer", nullable: false),
                    span_end = table.Column<int>(type: "integer", nullable: false),
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
                    register_id = table.Column<int>(type: "integer", nullable: false),
                    plan_id = table.Column<Guid>(type: "uuid", nullable: false),
                    place = table.Column<int>(type: "integer", nullable: false),
                    first_year = table.Column<int>(type: "integer", nullable: false),
                    last_year = table.Column<int>(type: "integer", nullable: false),
                    origin = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    read_as = table.Column<string>(type: "text", nullable: true),
                    dropped = table.Column<bool>(type: "boolean", nullable: false),
                    span_start = table.Column<int>(type: "integer", nullable: false),
                    span_end = table.Column<int>(type: "integer", nullable: false),
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
                    register_id = table.Column<int>(type: "integer", nullable: false),
                    plan_id = table.Column<Guid>(type: "uuid", nullable: false),
                    place = table.Column<int>(type: "integer", nullable: false),
                    lead = table.Column<string>(type: "text", nullable: false),
                    role = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    partners = table.Column<string>(type: "text", nullable: true),
                    what = table.Column<string>(type: "text", nullable: false),
                    from_table = table.Column<bool>(type: "boolean", nullable: false),
                    origin = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    read_as = table.Column<string>(type: "text", nullable: true),
                    dropped = table.Column<bool>(type: "boolean", nullable: false),
                    span_start = table.Column<int>(type: "integer", nullable: false),
                    span_end = table.Column<int>(type: "integer", nullable: false),
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
                type: "character varying(64)",
                maxLength: 64,
                nullable: false,
                defaultValue: "",
                oldClrType: typeof(string),
                oldType: "character varying(64)",
                oldMaxLength: 64,
                oldNullable: true
            );

            migrationBuilder.AlterColumn<Guid>(
                name: "confirmed_by",
                table: "plan",
                type: "uuid",
                nullable: false,
                defaultValue: new Guid("00000000-0000-0000-0000-000000000000"),
                oldClrType: typeof(Guid),
                oldType: "uuid",
                oldNullable: true
            );

            migrationBuilder.AlterColumn<DateTime>(
                name: "confirmed_at",
                table: "plan",
                type: "timestamp with time zone",
                nullable: false,
                defaultValue: new DateTime(1, 1, 1, 0, 0, 0, 0, DateTimeKind.Unspecified),
                oldClrType: typeof(DateTime),
                oldType: "timestamp with time zone",
                oldNullable: true
            );
        }
    }
}
