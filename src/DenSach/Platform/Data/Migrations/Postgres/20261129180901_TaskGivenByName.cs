using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace DenSach.Platform.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class TaskGivenByName : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(name: "given_by_name", table: "task_followed", type: "text", nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(name: "given_by_name", table: "task_followed");
        }
    }
}
