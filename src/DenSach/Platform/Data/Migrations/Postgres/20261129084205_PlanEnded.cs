using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace DenSach.Platform.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class PlanEnded : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(name: "ended_how", table: "plan", type: "character varying(40)", maxLength: 40, nullable: true);

            migrationBuilder.Sql(
                """
                UPDATE plan SET ended_how = CASE
                    WHEN end_reason LIKE 'Được thay bằng%'
                        AND EXISTS (SELECT 1 FROM plan AS later WHERE later.replaces_id = plan.id AND later.confirmed_at IS NOT NULL)
                    THEN 'Replaced' ELSE 'Withdrawn' END
                WHERE ended_on IS NOT NULL;
                """
            );
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(name: "ended_how", table: "plan");
        }
    }
}
