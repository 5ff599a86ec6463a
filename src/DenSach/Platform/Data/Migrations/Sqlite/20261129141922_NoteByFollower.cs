using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace DenSach.Platform.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class NoteByFollower : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<bool>(name: "by_follower", table: "task_note", type: "INTEGER", nullable: false, defaultValue: false);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(name: "by_follower", table: "task_note");
        }
    }
}
