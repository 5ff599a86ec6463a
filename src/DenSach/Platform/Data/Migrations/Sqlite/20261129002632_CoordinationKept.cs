using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace DenSach.Platform.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class CoordinationKept : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(name: "by_office", table: "difficulty_step", type: "TEXT", nullable: true);

            migrationBuilder.CreateTable(
                name: "regulation_review",
                columns: table => new
                {
                    register_id = table.Column<int>(type: "INTEGER", nullable: false),
                    regulation_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    found = table.Column<string>(type: "TEXT", nullable: false),
                    next = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    by = table.Column<byte[]>(type: "BLOB", nullable: true),
                    by_name = table.Column<string>(type: "TEXT", nullable: true),
                    by_office = table.Column<string>(type: "TEXT", nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey(
                        "pk_regulation_review",
                        x => new
                        {
                            x.register_id,
                            x.regulation_id,
                            x.number,
                        }
                    );
                    table.ForeignKey(
                        name: "fk_regulation_review_coordination_regulation_register_id_regulation_id",
                        columns: x => new { x.register_id, x.regulation_id },
                        principalTable: "coordination_regulation",
                        principalColumns: new[] { "register_id", "id" },
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            // What the last review found was kept beside the regulation; by whom was not.
            migrationBuilder.Sql(
                """
                INSERT INTO regulation_review (register_id, regulation_id, number, "on", found, next)
                SELECT register_id, id, 1, last_review_on, last_review, review_on FROM coordination_regulation WHERE last_review IS NOT NULL AND last_review_on IS NOT NULL;
                """
            );

            // EF would copy the table for that, outside the transaction and with foreign keys off. SQLite drops a column that no index holds by itself.
            migrationBuilder.Sql("ALTER TABLE coordination_regulation DROP COLUMN last_review;");
            migrationBuilder.Sql("ALTER TABLE coordination_regulation DROP COLUMN last_review_on;");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(name: "regulation_review");

            migrationBuilder.DropColumn(name: "by_office", table: "difficulty_step");

            migrationBuilder.AddColumn<string>(name: "last_review", table: "coordination_regulation", type: "TEXT", nullable: true);

            migrationBuilder.AddColumn<DateOnly>(name: "last_review_on", table: "coordination_regulation", type: "TEXT", nullable: true);
        }
    }
}
