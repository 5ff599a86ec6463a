using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace DenSach.Platform.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class WorkAndCalendar : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            // A plan of before was taken in and confirmed in one step.
            migrationBuilder.Sql("UPDATE plan SET taken_in_at = confirmed_at, taken_in_by = confirmed_by WHERE confirmed_at IS NOT NULL;");

            migrationBuilder.CreateTable(
                name: "calendar_feed",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    account_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    area_id = table.Column<int>(type: "INTEGER", nullable: false),
                    token_hash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    made_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ended_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_calendar_feed", x => x.id);
                }
            );

            migrationBuilder.CreateTable(
                name: "coordination_regulation",
                columns: table => new
                {
                    register_id = table.Column<int>(type: "INTEGER", nullable: false),
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    area_id = table.Column<int>(type: "INTEGER", nullable: false),
                    title = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    number = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    signed_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    parties = table.Column<string>(type: "TEXT", nullable: false),
                    content = table.Column<string>(type: "TEXT", nullable: true),
                    review_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    ended_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    last_review = table.Column<string>(type: "TEXT", nullable: true),
                    last_review_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_coordination_regulation", x => new { x.register_id, x.id });
                }
            );

            migrationBuilder.CreateTable(
                name: "difficulty",
                columns: table => new
                {
                    register_id = table.Column<int>(type: "INTEGER", nullable: false),
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    area_id = table.Column<int>(type: "INTEGER", nullable: false),
                    organisation_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    to_area_id = table.Column<int>(type: "INTEGER", nullable: false),
                    plan_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    item = table.Column<string>(type: "TEXT", maxLength: 20, nullable: true),
                    item_words = table.Column<string>(type: "TEXT", nullable: true),
                    title = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    raised_by = table.Column<byte[]>(type: "BLOB", nullable: false),
                    raised_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    state = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_difficulty", x => new { x.register_id, x.id });
                }
            );

            migrationBuilder.CreateTable(
                name: "steering_committee",
                columns: table => new
                {
                    register_id = table.Column<int>(type: "INTEGER", nullable: false),
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    area_id = table.Column<int>(type: "INTEGER", nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    decision_number = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    valid_from = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    valid_to = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    permanent_body = table.Column<string>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_steering_committee", x => new { x.register_id, x.id });
                }
            );

            migrationBuilder.CreateTable(
                name: "task_followed",
                columns: table => new
                {
                    register_id = table.Column<int>(type: "INTEGER", nullable: false),
                    plan_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    place = table.Column<int>(type: "INTEGER", nullable: false),
                    owner_role = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    organisation_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    product = table.Column<string>(type: "TEXT", nullable: true),
                    due_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    yearly = table.Column<bool>(type: "INTEGER", nullable: false),
                    state = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    done_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    done_for = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey(
                        "pk_task_followed",
                        x => new
                        {
                            x.register_id,
                            x.plan_id,
                            x.place,
                        }
                    );
                    table.ForeignKey(
                        name: "fk_task_followed_plan_register_id_plan_id",
                        columns: x => new { x.register_id, x.plan_id },
                        principalTable: "plan",
                        principalColumns: new[] { "register_id", "id" },
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "task_note",
                columns: table => new
                {
                    register_id = table.Column<int>(type: "INTEGER", nullable: false),
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    plan_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    place = table.Column<int>(type: "INTEGER", nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    by = table.Column<byte[]>(type: "BLOB", nullable: false),
                    by_name = table.Column<string>(type: "TEXT", nullable: false),
                    state = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    text = table.Column<string>(type: "TEXT", nullable: false),
                    file_sha256 = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_task_note", x => new { x.register_id, x.id });
                    table.ForeignKey(
                        name: "fk_task_note_plan_register_id_plan_id",
                        columns: x => new { x.register_id, x.plan_id },
                        principalTable: "plan",
                        principalColumns: new[] { "register_id", "id" },
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "difficulty_step",
                columns: table => new
                {
                    register_id = table.Column<int>(type: "INTEGER", nullable: false),
                    difficulty_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    act = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    text = table.Column<string>(type: "TEXT", nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    by = table.Column<byte[]>(type: "BLOB", nullable: false),
                    by_name = table.Column<string>(type: "TEXT", nullable: false),
                    to_area_id = table.Column<int>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey(
                        "pk_difficulty_step",
                        x => new
                        {
                            x.register_id,
                            x.difficulty_id,
                            x.number,
                        }
                    );
                    table.ForeignKey(
                        name: "fk_difficulty_step_difficulty_register_id_difficulty_id",
                        columns: x => new { x.register_id, x.difficulty_id },
                        principalTable: "difficulty",
                        principalColumns: new[] { "register_id", "id" },
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "committee_member",
                columns: table => new
                {
                    register_id = table.Column<int>(type: "INTEGER", nullable: false),
                    committee_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    office = table.Column<string>(type: "TEXT", nullable: true),
                    position = table.Column<string>(type: "TEXT", nullable: false),
                    valid_from = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    valid_to = table.Column<DateOnly>(type: "TEXT", nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey(
                        "pk_committee_member",
                        x => new
                        {
                            x.register_id,
                            x.committee_id,
                            x.number,
                        }
                    );
                    table.ForeignKey(
                        name: "fk_committee_member_steering_committee_register_id_committee_id",
                        columns: x => new { x.register_id, x.committee_id },
                        principalTable: "steering_committee",
                        principalColumns: new[] { "register_id", "id" },
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateIndex(name: "ix_calendar_feed_account_id", table: "calendar_feed", column: "account_id");

            migrationBuilder.CreateIndex(name: "ix_calendar_feed_token_hash", table: "calendar_feed", column: "token_hash", unique: true);

            migrationBuilder.CreateIndex(name: "ix_coordination_regulation_area_id", table: "coordination_regulation", column: "area_id");

            migrationBuilder.CreateIndex(name: "ix_difficulty_area_id", table: "difficulty", column: "area_id");

            migrationBuilder.CreateIndex(name: "ix_difficulty_to_area_id_state", table: "difficulty", columns: new[] { "to_area_id", "state" });

            migrationBuilder.CreateIndex(name: "ix_steering_committee_area_id", table: "steering_committee", column: "area_id");

            migrationBuilder.CreateIndex(name: "ix_task_note_register_id_plan_id_place", table: "task_note", columns: new[] { "register_id", "plan_id", "place" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(name: "calendar_feed");

            migrationBuilder.DropTable(name: "committee_member");

            migrationBuilder.DropTable(name: "coordination_regulation");

            migrationBuilder.DropTable(name: "difficulty_step");

            migrationBuilder.DropTable(name: "task_followed");

            migrationBuilder.DropTable(name: "task_note");

            migrationBuilder.DropTable(name: "steering_committee");

            migrationBuilder.DropTable(name: "difficulty");
        }
    }
}
