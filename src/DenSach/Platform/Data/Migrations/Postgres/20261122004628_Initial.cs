using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace DenSach.Platform.Data.Migrations.Postgres
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
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    account_id = table.Column<Guid>(type: "uuid", nullable: false),
                    role = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    scope = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    area_id = table.Column<int>(type: "integer", nullable: false),
                    subject_id = table.Column<Guid>(type: "uuid", nullable: true),
                    valid_from = table.Column<DateOnly>(type: "date", nullable: false),
                    valid_to = table.Column<DateOnly>(type: "date", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_access_grant", x => x.id);
                }
            );

            migrationBuilder.CreateTable(
                name: "account",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    display_name = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    search_key = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    household_id = table.Column<Guid>(type: "uuid", nullable: true),
                    person_id = table.Column<Guid>(type: "uuid", nullable: true),
                    locked_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    used_codes = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false),
                    user_name = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    normalized_user_name = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    password_hash = table.Column<string>(type: "text", nullable: true),
                    security_stamp = table.Column<string>(type: "text", nullable: true),
                    two_factor_enabled = table.Column<bool>(type: "boolean", nullable: false),
                    lockout_end = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    lockout_enabled = table.Column<bool>(type: "boolean", nullable: false),
                    access_failed_count = table.Column<int>(type: "integer", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_account", x => x.id);
                }
            );

            migrationBuilder.CreateTable(
                name: "account_sign_in",
                columns: table => new
                {
                    register_id = table.Column<int>(type: "integer", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    account_id = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    means = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_account_sign_in", x => new { x.register_id, x.id });
                }
            );

            migrationBuilder.CreateTable(
                name: "anchored_head",
                columns: table => new
                {
                    register_id = table.Column<int>(type: "integer", nullable: false),
                    n = table.Column<long>(type: "bigint", nullable: false),
                    seq = table.Column<long>(type: "bigint", nullable: false),
                    hash = table.Column<byte[]>(type: "bytea", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_anchored_head", x => new { x.register_id, x.n });
                }
            );

            migrationBuilder.CreateTable(
                name: "area",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    name = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    local_kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    code = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: true),
                    home_register_id = table.Column<int>(type: "integer", nullable: true),
                    invented = table.Column<bool>(type: "boolean", nullable: false),
                    note = table.Column<string>(type: "text", nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_area", x => x.id);
                }
            );

            migrationBuilder.CreateTable(
                name: "area_reform",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false),
                    on = table.Column<DateOnly>(type: "date", nullable: false),
                    name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    legal_basis = table.Column<string>(type: "text", nullable: false),
                    recorded_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    reverted_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_area_reform", x => x.id);
                }
            );

            migrationBuilder.CreateTable(
                name: "area_tree_head",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false),
                    changes = table.Column<int>(type: "integer", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_area_tree_head", x => x.id);
                }
            );

            migrationBuilder.CreateTable(
                name: "audit_anchor",
                columns: table => new
                {
                    n = table.Column<long>(type: "bigint", nullable: false),
                    at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    root = table.Column<byte[]>(type: "bytea", nullable: false),
                    registers = table.Column<int>(type: "integer", nullable: false),
                    previous_hash = table.Column<byte[]>(type: "bytea", nullable: false),
                    hash = table.Column<byte[]>(type: "bytea", nullable: false),
                    signature = table.Column<byte[]>(type: "bytea", nullable: false),
                    key = table.Column<byte[]>(type: "bytea", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_audit_anchor", x => x.n);
                }
            );

            migrationBuilder.CreateTable(
                name: "audit_head",
                columns: table => new
                {
                    register_id = table.Column<int>(type: "integer", nullable: false),
                    seq = table.Column<long>(type: "bigint", nullable: false),
                    hash = table.Column<byte[]>(type: "bytea", nullable: false),
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
                    register_id = table.Column<int>(type: "integer", nullable: false),
                    seq = table.Column<long>(type: "bigint", nullable: false),
                    at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    account_id = table.Column<Guid>(type: "uuid", nullable: false),
                    role = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    on_behalf_of = table.Column<Guid>(type: "uuid", nullable: true),
                    action = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    subjects = table.Column<string>(type: "text", nullable: false),
                    outcome = table.Column<string>(type: "text", nullable: false),
                    command_id = table.Column<Guid>(type: "uuid", nullable: true),
                    content_hash = table.Column<byte[]>(type: "bytea", nullable: false),
                    hash = table.Column<byte[]>(type: "bytea", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_audit_row", x => new { x.register_id, x.seq });
                }
            );

            migrationBuilder.CreateTable(
                name: "clan",
                columns: table => new
                {
                    register_id = table.Column<int>(type: "integer", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    area_id = table.Column<int>(type: "integer", nullable: false),
                    name = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    search_key = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    invented = table.Column<bool>(type: "boolean", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_clan", x => new { x.register_id, x.id });
                }
            );

            migrationBuilder.CreateTable(
                name: "command_record",
                columns: table => new
                {
                    register_id = table.Column<int>(type: "integer", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    account_id = table.Column<Guid>(type: "uuid", nullable: false),
                    content_hash = table.Column<byte[]>(type: "bytea", nullable: false),
                    salt = table.Column<byte[]>(type: "bytea", nullable: true),
                    content = table.Column<string>(type: "text", nullable: true),
                    outcome = table.Column<string>(type: "text", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_command_record", x => new { x.register_id, x.id });
                }
            );

            migrationBuilder.CreateTable(
                name: "decision",
                columns: table => new
                {
                    register_id = table.Column<int>(type: "integer", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    area_id = table.Column<int>(type: "integer", nullable: false),
                    round_id = table.Column<Guid>(type: "uuid", nullable: false),
                    title = table.Column<string>(type: "text", nullable: false),
                    year = table.Column<int>(type: "integer", nullable: false),
                    rests_on_sample = table.Column<bool>(type: "boolean", nullable: false),
                    drafted_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    drafted_by = table.Column<Guid>(type: "uuid", nullable: false),
                    status = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    sent_back_because = table.Column<string>(type: "text", nullable: true),
                    signed_by = table.Column<Guid>(type: "uuid", nullable: true),
                    signer_name = table.Column<string>(type: "text", nullable: true),
                    signer_position = table.Column<string>(type: "text", nullable: true),
                    signed_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    number = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    number_year = table.Column<int>(type: "integer", nullable: true),
                    issued_on = table.Column<DateOnly>(type: "date", nullable: true),
                    scan_sha256 = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_decision", x => new { x.register_id, x.id });
                }
            );

            migrationBuilder.CreateTable(
                name: "household",
                columns: table => new
                {
                    register_id = table.Column<int>(type: "integer", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    area_id = table.Column<int>(type: "integer", nullable: false),
                    number = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    head_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    search_key = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    sort_key = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    resident_from = table.Column<DateOnly>(type: "date", nullable: false),
                    resident_to = table.Column<DateOnly>(type: "date", nullable: true),
                    invented = table.Column<bool>(type: "boolean", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_household", x => new { x.register_id, x.id });
                }
            );

            migrationBuilder.CreateTable(
                name: "installation_fact",
                columns: table => new { name = table.Column<string>(type: "text", nullable: false), value = table.Column<string>(type: "text", nullable: false) },
                constraints: table =>
                {
                    table.PrimaryKey("pk_installation_fact", x => x.name);
                }
            );

            migrationBuilder.CreateTable(
                name: "organisation",
                columns: table => new
                {
                    register_id = table.Column<int>(type: "integer", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    area_id = table.Column<int>(type: "integer", nullable: false),
                    name = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    search_key = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    invented = table.Column<bool>(type: "boolean", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_organisation", x => new { x.register_id, x.id });
                }
            );

            migrationBuilder.CreateTable(
                name: "plan",
                columns: table => new
                {
                    register_id = table.Column<int>(type: "integer", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    area_id = table.Column<int>(type: "integer", nullable: false),
                    number = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    number_suffix = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    issued_on = table.Column<DateOnly>(type: "date", nullable: true),
                    issued_partial = table.Column<string>(type: "character varying(7)", maxLength: 7, nullable: true),
                    issuer = table.Column<string>(type: "text", nullable: true),
                    level = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    title = table.Column<string>(type: "text", nullable: false),
                    first_year = table.Column<int>(type: "integer", nullable: true),
                    last_year = table.Column<int>(type: "integer", nullable: true),
                    signer_name = table.Column<string>(type: "text", nullable: true),
                    signer_position = table.Column<string>(type: "text", nullable: true),
                    signer_authority = table.Column<string>(type: "text", nullable: true),
                    text_sha256 = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    confirmed_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    confirmed_by = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_plan", x => new { x.register_id, x.id });
                }
            );

            migrationBuilder.CreateTable(
                name: "posting",
                columns: table => new
                {
                    register_id = table.Column<int>(type: "integer", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    area_id = table.Column<int>(type: "integer", nullable: false),
                    round_id = table.Column<Guid>(type: "uuid", nullable: false),
                    valid_from = table.Column<DateOnly>(type: "date", nullable: false),
                    last_day = table.Column<DateOnly>(type: "date", nullable: false),
                    posted_at = table.Column<string>(type: "text", nullable: false),
                    families = table.Column<int>(type: "integer", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_posting", x => new { x.register_id, x.id });
                }
            );

            migrationBuilder.CreateTable(
                name: "protection_key",
                columns: table => new
                {
                    name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    xml = table.Column<string>(type: "text", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_protection_key", x => x.name);
                }
            );

            migrationBuilder.CreateTable(
                name: "published_set",
                columns: table => new
                {
                    id = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    version = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    hash = table.Column<string>(type: "text", nullable: false),
                    title = table.Column<string>(type: "text", nullable: false),
                    subject = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    status = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    in_force_from = table.Column<DateOnly>(type: "date", nullable: false),
                    in_force_until = table.Column<DateOnly>(type: "date", nullable: true),
                    yaml = table.Column<string>(type: "text", nullable: false),
                    published_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_published_set", x => new { x.id, x.version });
                }
            );

            migrationBuilder.CreateTable(
                name: "register_tally",
                columns: table => new
                {
                    register_id = table.Column<int>(type: "integer", nullable: false),
                    measure = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    date = table.Column<DateOnly>(type: "date", nullable: false),
                    value = table.Column<int>(type: "integer", nullable: false),
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
                name: "review_meeting",
                columns: table => new
                {
                    register_id = table.Column<int>(type: "integer", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    area_id = table.Column<int>(type: "integer", nullable: false),
                    round_register_id = table.Column<int>(type: "integer", nullable: false),
                    round_id = table.Column<Guid>(type: "uuid", nullable: false),
                    held_on = table.Column<DateOnly>(type: "date", nullable: false),
                    chair = table.Column<string>(type: "text", nullable: false),
                    secretary = table.Column<string>(type: "text", nullable: false),
                    present_households = table.Column<int>(type: "integer", nullable: false),
                    invited_households = table.Column<int>(type: "integer", nullable: false),
                    recorded_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_review_meeting", x => new { x.register_id, x.id });
                }
            );

            migrationBuilder.CreateTable(
                name: "round",
                columns: table => new
                {
                    register_id = table.Column<int>(type: "integer", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    area_id = table.Column<int>(type: "integer", nullable: false),
                    title = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    subject = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    year = table.Column<int>(type: "integer", nullable: false),
                    set_id = table.Column<string>(type: "text", nullable: false),
                    set_version = table.Column<string>(type: "text", nullable: false),
                    set_hash = table.Column<string>(type: "text", nullable: false),
                    plan_register_id = table.Column<int>(type: "integer", nullable: true),
                    plan_id = table.Column<Guid>(type: "uuid", nullable: true),
                    facts_as_at = table.Column<DateOnly>(type: "date", nullable: false),
                    opened_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_round", x => new { x.register_id, x.id });
                }
            );

            migrationBuilder.CreateTable(
                name: "stored_file",
                columns: table => new
                {
                    register_id = table.Column<int>(type: "integer", nullable: false),
                    sha256 = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    size = table.Column<int>(type: "integer", nullable: false),
                    media_type = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    first_stored_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_stored_file", x => new { x.register_id, x.sha256 });
                }
            );

            migrationBuilder.CreateTable(
                name: "tally",
                columns: table => new
                {
                    register_id = table.Column<int>(type: "integer", nullable: false),
                    area_id = table.Column<int>(type: "integer", nullable: false),
                    measure = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    date = table.Column<DateOnly>(type: "date", nullable: false),
                    value = table.Column<int>(type: "integer", nullable: false),
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

            migrationBuilder.CreateTable(
                name: "access_slip",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    account_id = table.Column<Guid>(type: "uuid", nullable: false),
                    code_hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    issued_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    expires_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    used_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    replaced_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_access_slip", x => x.id);
                    table.ForeignKey(
                        name: "fk_access_slip_account_account_id",
                        column: x => x.account_id,
                        principalTable: "account",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "account_claim",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false),
                    user_id = table.Column<Guid>(type: "uuid", nullable: false),
                    claim_type = table.Column<string>(type: "text", nullable: true),
                    claim_value = table.Column<string>(type: "text", nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_account_claim", x => x.id);
                    table.ForeignKey(
                        name: "fk_account_claim_account_user_id",
                        column: x => x.user_id,
                        principalTable: "account",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "account_login",
                columns: table => new
                {
                    login_provider = table.Column<string>(type: "character varying(128)", maxLength: 128, nullable: false),
                    provider_key = table.Column<string>(type: "character varying(128)", maxLength: 128, nullable: false),
                    provider_display_name = table.Column<string>(type: "text", nullable: true),
                    user_id = table.Column<Guid>(type: "uuid", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_account_login", x => new { x.login_provider, x.provider_key });
                    table.ForeignKey(
                        name: "fk_account_login_account_user_id",
                        column: x => x.user_id,
                        principalTable: "account",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "account_token",
                columns: table => new
                {
                    user_id = table.Column<Guid>(type: "uuid", nullable: false),
                    login_provider = table.Column<string>(type: "character varying(128)", maxLength: 128, nullable: false),
                    name = table.Column<string>(type: "character varying(128)", maxLength: 128, nullable: false),
                    value = table.Column<string>(type: "text", nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey(
                        "pk_account_token",
                        x => new
                        {
                            x.user_id,
                            x.login_provider,
                            x.name,
                        }
                    );
                    table.ForeignKey(
                        name: "fk_account_token_account_user_id",
                        column: x => x.user_id,
                        principalTable: "account",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "area_placement",
                columns: table => new
                {
                    area_id = table.Column<int>(type: "integer", nullable: false),
                    reform_id = table.Column<int>(type: "integer", nullable: false),
                    parent_id = table.Column<int>(type: "integer", nullable: true),
                    valid_from = table.Column<DateOnly>(type: "date", nullable: false),
                    valid_to = table.Column<DateOnly>(type: "date", nullable: true),
                    closed_by = table.Column<int>(type: "integer", nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_area_placement", x => new { x.area_id, x.reform_id });
                    table.ForeignKey(
                        name: "fk_area_placement_area_area_id",
                        column: x => x.area_id,
                        principalTable: "area",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict
                    );
                    table.ForeignKey(name: "fk_area_placement_area_parent_id", column: x => x.parent_id, principalTable: "area", principalColumn: "id");
                    table.ForeignKey(
                        name: "fk_area_placement_area_reform_reform_id",
                        column: x => x.reform_id,
                        principalTable: "area_reform",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "area_position",
                columns: table => new
                {
                    area_id = table.Column<int>(type: "integer", nullable: false),
                    reform_id = table.Column<int>(type: "integer", nullable: false),
                    valid_from = table.Column<DateOnly>(type: "date", nullable: false),
                    valid_to = table.Column<DateOnly>(type: "date", nullable: true),
                    closed_by = table.Column<int>(type: "integer", nullable: true),
                    left = table.Column<long>(type: "bigint", nullable: false),
                    right = table.Column<long>(type: "bigint", nullable: false),
                    depth = table.Column<int>(type: "integer", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_area_position", x => new { x.area_id, x.reform_id });
                    table.ForeignKey(
                        name: "fk_area_position_area_area_id",
                        column: x => x.area_id,
                        principalTable: "area",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict
                    );
                    table.ForeignKey(
                        name: "fk_area_position_area_reform_reform_id",
                        column: x => x.reform_id,
                        principalTable: "area_reform",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "area_succession",
                columns: table => new
                {
                    reform_id = table.Column<int>(type: "integer", nullable: false),
                    from_id = table.Column<int>(type: "integer", nullable: false),
                    to_id = table.Column<int>(type: "integer", nullable: false),
                    share = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey(
                        "pk_area_succession",
                        x => new
                        {
                            x.reform_id,
                            x.from_id,
                            x.to_id,
                        }
                    );
                    table.ForeignKey(
                        name: "fk_area_succession_area_from_id",
                        column: x => x.from_id,
                        principalTable: "area",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict
                    );
                    table.ForeignKey(
                        name: "fk_area_succession_area_reform_reform_id",
                        column: x => x.reform_id,
                        principalTable: "area_reform",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict
                    );
                    table.ForeignKey(
                        name: "fk_area_succession_area_to_id",
                        column: x => x.to_id,
                        principalTable: "area",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "decision_line",
                columns: table => new
                {
                    register_id = table.Column<int>(type: "integer", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    decision_id = table.Column<Guid>(type: "uuid", nullable: false),
                    place = table.Column<int>(type: "integer", nullable: false),
                    assessment_register_id = table.Column<int>(type: "integer", nullable: false),
                    assessment_id = table.Column<Guid>(type: "uuid", nullable: false),
                    hamlet_area_id = table.Column<int>(type: "integer", nullable: false),
                    household_number = table.Column<string>(type: "text", nullable: false),
                    head_name = table.Column<string>(type: "text", nullable: false),
                    points = table.Column<int>(type: "integer", nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_decision_line", x => new { x.register_id, x.id });
                    table.ForeignKey(
                        name: "fk_decision_line_decision_register_id_decision_id",
                        columns: x => new { x.register_id, x.decision_id },
                        principalTable: "decision",
                        principalColumns: new[] { "register_id", "id" },
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "assessment",
                columns: table => new
                {
                    register_id = table.Column<int>(type: "integer", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    area_id = table.Column<int>(type: "integer", nullable: false),
                    household_id = table.Column<Guid>(type: "uuid", nullable: false),
                    round_register_id = table.Column<int>(type: "integer", nullable: false),
                    round_id = table.Column<Guid>(type: "uuid", nullable: false),
                    year = table.Column<int>(type: "integer", nullable: false),
                    set_id = table.Column<string>(type: "text", nullable: false),
                    set_version = table.Column<string>(type: "text", nullable: false),
                    set_hash = table.Column<string>(type: "text", nullable: false),
                    status = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    self_entered_by = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    self = table.Column<string>(type: "text", nullable: false),
                    hamlet = table.Column<string>(type: "text", nullable: false),
                    appraisal = table.Column<string>(type: "text", nullable: false),
                    posting_register_id = table.Column<int>(type: "integer", nullable: true),
                    posting_id = table.Column<Guid>(type: "uuid", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_assessment", x => new { x.register_id, x.id });
                    table.ForeignKey(
                        name: "fk_assessment_household_register_id_household_id",
                        columns: x => new { x.register_id, x.household_id },
                        principalTable: "household",
                        principalColumns: new[] { "register_id", "id" },
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "person",
                columns: table => new
                {
                    register_id = table.Column<int>(type: "integer", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    household_id = table.Column<Guid>(type: "uuid", nullable: false),
                    area_id = table.Column<int>(type: "integer", nullable: false),
                    full_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    search_key = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    birth_year = table.Column<int>(type: "integer", nullable: false),
                    birth_date = table.Column<DateOnly>(type: "date", nullable: true),
                    sex = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    relation_to_head = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    occupation = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    joined_on = table.Column<DateOnly>(type: "date", nullable: false),
                    left_on = table.Column<DateOnly>(type: "date", nullable: true),
                    erased_on = table.Column<DateOnly>(type: "date", nullable: true),
                    attending = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    finished = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    grade = table.Column<int>(type: "integer", nullable: true),
                    school_year = table.Column<int>(type: "integer", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_person", x => new { x.register_id, x.id });
                    table.ForeignKey(
                        name: "fk_person_household_register_id_household_id",
                        columns: x => new { x.register_id, x.household_id },
                        principalTable: "household",
                        principalColumns: new[] { "register_id", "id" },
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "recognition",
                columns: table => new
                {
                    register_id = table.Column<int>(type: "integer", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    area_id = table.Column<int>(type: "integer", nullable: false),
                    household_id = table.Column<Guid>(type: "uuid", nullable: false),
                    assessment_id = table.Column<Guid>(type: "uuid", nullable: false),
                    title = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    year = table.Column<int>(type: "integer", nullable: false),
                    decision_register_id = table.Column<int>(type: "integer", nullable: false),
                    decision_id = table.Column<Guid>(type: "uuid", nullable: false),
                    rests_on_sample = table.Column<bool>(type: "boolean", nullable: false),
                    valid_from = table.Column<DateOnly>(type: "date", nullable: false),
                    valid_to = table.Column<DateOnly>(type: "date", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_recognition", x => new { x.register_id, x.id });
                    table.ForeignKey(
                        name: "fk_recognition_household_register_id_household_id",
                        columns: x => new { x.register_id, x.household_id },
                        principalTable: "household",
                        principalColumns: new[] { "register_id", "id" },
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "plan_deadline",
                columns: table => new
                {
                    register_id = table.Column<int>(type: "integer", nullable: false),
                    plan_id = table.Column<Guid>(type: "uuid", nullable: false),
                    place = table.Column<int>(type: "integer", nullable: false),
                    day = table.Column<int>(type: "integer", nullable: true),
                    month = table.Column<int>(type: "integer", nullable: true),
                    quarter = table.Column<int>(type: "integer", nullable: true),
                    year = table.Column<int>(type: "integer", nullable: true),
                    relation = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: true),
                    recurrence = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: true),
                    what = table.Column<string>(type: "text", nullable: false),
                    sent_to = table.Column<string>(type: "text", nullable: true),
                    span_start = table.Column<int>(type: "integer", nullable: false),
                    span_end = table.Column<int>(type: "integer", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey(
                        "pk_plan_deadline",
                        x => new
                        {
                            x.register_id,
                            x.plan_id,
                            x.place,
                        }
                    );
                    table.ForeignKey(
                        name: "fk_plan_deadline_plan_register_id_plan_id",
                        columns: x => new { x.register_id, x.plan_id },
                        principalTable: "plan",
                        principalColumns: new[] { "register_id", "id" },
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "plan_doubt",
                columns: table => new
                {
                    register_id = table.Column<int>(type: "integer", nullable: false),
                    plan_id = table.Column<Guid>(type: "uuid", nullable: false),
                    place = table.Column<int>(type: "integer", nullable: false),
                    code = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    message = table.Column<string>(type: "text", nullable: false),
                    span_start = table.Column<int>(type: "integer", nullable: false),
                    span_end = table.Column<int>(type: "integer", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey(
                        "pk_plan_doubt",
                        x => new
                        {
                            x.register_id,
                            x.plan_id,
                            x.place,
                        }
                    );
                    table.ForeignKey(
                        name: "fk_plan_doubt_plan_register_id_plan_id",
                        columns: x => new { x.register_id, x.plan_id },
                        principalTable: "plan",
                        principalColumns: new[] { "register_id", "id" },
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "plan_target",
                columns: table => new
                {
                    register_id = table.Column<int>(type: "integer", nullable: false),
                    plan_id = table.Column<Guid>(type: "uuid", nullable: false),
                    place = table.Column<int>(type: "integer", nullable: false),
                    year = table.Column<int>(type: "integer", nullable: true),
                    value = table.Column<decimal>(type: "numeric(14,4)", precision: 14, scale: 4, nullable: false),
                    value_to = table.Column<decimal>(type: "numeric(14,4)", precision: 14, scale: 4, nullable: true),
                    unit = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    comparator = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    maintain = table.Column<bool>(type: "boolean", nullable: false),
                    subject = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    title = table.Column<string>(type: "text", nullable: true),
                    title_context = table.Column<string>(type: "text", nullable: true),
                    measure = table.Column<string>(type: "text", nullable: false),
                    of_parent = table.Column<bool>(type: "boolean", nullable: false),
                    recurrence = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: true),
                    scope = table.Column<string>(type: "text", nullable: true),
                    span_start = table.Column<int>(type: "integer", nullable: false),
                    span_end = table.Column<int>(type: "integer", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey(
                        "pk_plan_target",
                        x => new
                        {
                            x.register_id,
                            x.plan_id,
                            x.place,
                        }
                    );
                    table.ForeignKey(
                        name: "fk_plan_target_plan_register_id_plan_id",
                        columns: x => new { x.register_id, x.plan_id },
                        principalTable: "plan",
                        principalColumns: new[] { "register_id", "id" },
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "plan_text",
                columns: table => new
                {
                    register_id = table.Column<int>(type: "integer", nullable: false),
                    plan_id = table.Column<Guid>(type: "uuid", nullable: false),
                    text = table.Column<string>(type: "text", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_plan_text", x => new { x.register_id, x.plan_id });
                    table.ForeignKey(
                        name: "fk_plan_text_plan_register_id_plan_id",
                        columns: x => new { x.register_id, x.plan_id },
                        principalTable: "plan",
                        principalColumns: new[] { "register_id", "id" },
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "round_window",
                columns: table => new
                {
                    register_id = table.Column<int>(type: "integer", nullable: false),
                    round_id = table.Column<Guid>(type: "uuid", nullable: false),
                    step = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    valid_from = table.Column<DateOnly>(type: "date", nullable: false),
                    last_day = table.Column<DateOnly>(type: "date", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey(
                        "pk_round_window",
                        x => new
                        {
                            x.register_id,
                            x.round_id,
                            x.step,
                        }
                    );
                    table.ForeignKey(
                        name: "fk_round_window_round_register_id_round_id",
                        columns: x => new { x.register_id, x.round_id },
                        principalTable: "round",
                        principalColumns: new[] { "register_id", "id" },
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "assessment_step",
                columns: table => new
                {
                    register_id = table.Column<int>(type: "integer", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    assessment_id = table.Column<Guid>(type: "uuid", nullable: false),
                    action = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    before = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    after = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    account_id = table.Column<Guid>(type: "uuid", nullable: false),
                    account_name = table.Column<string>(type: "text", nullable: false),
                    role = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    reason = table.Column<string>(type: "text", nullable: true),
                    late_reason = table.Column<string>(type: "text", nullable: true),
                    exception_reason = table.Column<string>(type: "text", nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_assessment_step", x => new { x.register_id, x.id });
                    table.ForeignKey(
                        name: "fk_assessment_step_assessment_register_id_assessment_id",
                        columns: x => new { x.register_id, x.assessment_id },
                        principalTable: "assessment",
                        principalColumns: new[] { "register_id", "id" },
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "evidence_file",
                columns: table => new
                {
                    register_id = table.Column<int>(type: "integer", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    assessment_id = table.Column<Guid>(type: "uuid", nullable: false),
                    line_id = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    sha256 = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    media_type = table.Column<string>(type: "text", nullable: false),
                    size = table.Column<long>(type: "bigint", nullable: false),
                    caption = table.Column<string>(type: "text", nullable: true),
                    added_by = table.Column<Guid>(type: "uuid", nullable: false),
                    added_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_evidence_file", x => new { x.register_id, x.id });
                    table.ForeignKey(
                        name: "fk_evidence_file_assessment_register_id_assessment_id",
                        columns: x => new { x.register_id, x.assessment_id },
                        principalTable: "assessment",
                        principalColumns: new[] { "register_id", "id" },
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "objection",
                columns: table => new
                {
                    register_id = table.Column<int>(type: "integer", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    assessment_id = table.Column<Guid>(type: "uuid", nullable: false),
                    text = table.Column<string>(type: "text", nullable: false),
                    said_by = table.Column<string>(type: "text", nullable: true),
                    raised_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    raised_by = table.Column<Guid>(type: "uuid", nullable: false),
                    outcome = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    answer = table.Column<string>(type: "text", nullable: true),
                    answered_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    answered_by = table.Column<Guid>(type: "uuid", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_objection", x => new { x.register_id, x.id });
                    table.ForeignKey(
                        name: "fk_objection_assessment_register_id_assessment_id",
                        columns: x => new { x.register_id, x.assessment_id },
                        principalTable: "assessment",
                        principalColumns: new[] { "register_id", "id" },
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "review_line",
                columns: table => new
                {
                    register_id = table.Column<int>(type: "integer", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    meeting_id = table.Column<Guid>(type: "uuid", nullable: false),
                    assessment_id = table.Column<Guid>(type: "uuid", nullable: false),
                    proposed = table.Column<bool>(type: "boolean", nullable: false),
                    points = table.Column<int>(type: "integer", nullable: true),
                    votes_for = table.Column<int>(type: "integer", nullable: true),
                    reason = table.Column<string>(type: "text", nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_review_line", x => new { x.register_id, x.id });
                    table.ForeignKey(
                        name: "fk_review_line_assessment_register_id_assessment_id",
                        columns: x => new { x.register_id, x.assessment_id },
                        principalTable: "assessment",
                        principalColumns: new[] { "register_id", "id" },
                        onDelete: ReferentialAction.Restrict
                    );
                    table.ForeignKey(
                        name: "fk_review_line_review_meeting_register_id_meeting_id",
                        columns: x => new { x.register_id, x.meeting_id },
                        principalTable: "review_meeting",
                        principalColumns: new[] { "register_id", "id" },
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "absence",
                columns: table => new
                {
                    register_id = table.Column<int>(type: "integer", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    household_id = table.Column<Guid>(type: "uuid", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: true),
                    valid_from = table.Column<DateOnly>(type: "date", nullable: false),
                    long_from = table.Column<DateOnly>(type: "date", nullable: false),
                    valid_to = table.Column<DateOnly>(type: "date", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_absence", x => new { x.register_id, x.id });
                    table.ForeignKey(
                        name: "fk_absence_household_register_id_household_id",
                        columns: x => new { x.register_id, x.household_id },
                        principalTable: "household",
                        principalColumns: new[] { "register_id", "id" },
                        onDelete: ReferentialAction.Restrict
                    );
                    table.ForeignKey(
                        name: "fk_absence_person_register_id_person_id",
                        columns: x => new { x.register_id, x.person_id },
                        principalTable: "person",
                        principalColumns: new[] { "register_id", "id" }
                    );
                }
            );

            migrationBuilder.CreateIndex(name: "ix_absence_register_id_household_id", table: "absence", columns: new[] { "register_id", "household_id" });

            migrationBuilder.CreateIndex(name: "ix_absence_register_id_person_id", table: "absence", columns: new[] { "register_id", "person_id" });

            migrationBuilder.CreateIndex(name: "ix_access_grant_account_id", table: "access_grant", column: "account_id");

            migrationBuilder.CreateIndex(name: "ix_access_grant_area_id", table: "access_grant", column: "area_id");

            migrationBuilder.CreateIndex(name: "ix_access_slip_account_id", table: "access_slip", column: "account_id");

            migrationBuilder.CreateIndex(name: "ix_access_slip_code_hash", table: "access_slip", column: "code_hash", unique: true);

            migrationBuilder.CreateIndex(name: "ix_account_normalized_user_name", table: "account", column: "normalized_user_name", unique: true);

            migrationBuilder.CreateIndex(name: "ix_account_person_id", table: "account", column: "person_id");

            migrationBuilder.CreateIndex(name: "ix_account_claim_user_id", table: "account_claim", column: "user_id");

            migrationBuilder.CreateIndex(name: "ix_account_login_user_id", table: "account_login", column: "user_id");

            migrationBuilder.CreateIndex(name: "ix_account_sign_in_register_id_account_id_at", table: "account_sign_in", columns: new[] { "register_id", "account_id", "at" });

            migrationBuilder.CreateIndex(name: "ix_anchored_head_n", table: "anchored_head", column: "n");

            migrationBuilder.CreateIndex(name: "ix_area_code", table: "area", column: "code");

            migrationBuilder.CreateIndex(name: "ix_area_placement_parent_id", table: "area_placement", column: "parent_id");

            migrationBuilder.CreateIndex(name: "ix_area_placement_reform_id", table: "area_placement", column: "reform_id");

            migrationBuilder.CreateIndex(name: "ix_area_position_left", table: "area_position", column: "left");

            migrationBuilder.CreateIndex(name: "ix_area_position_reform_id", table: "area_position", column: "reform_id");

            migrationBuilder.CreateIndex(name: "ix_area_succession_from_id", table: "area_succession", column: "from_id");

            migrationBuilder.CreateIndex(name: "ix_area_succession_to_id", table: "area_succession", column: "to_id");

            migrationBuilder.CreateIndex(name: "ix_assessment_register_id_household_id", table: "assessment", columns: new[] { "register_id", "household_id" });

            migrationBuilder.CreateIndex(
                name: "ix_assessment_register_id_round_id_household_id",
                table: "assessment",
                columns: new[] { "register_id", "round_id", "household_id" },
                unique: true
            );

            migrationBuilder.CreateIndex(name: "ix_assessment_round_id_area_id_status", table: "assessment", columns: new[] { "round_id", "area_id", "status" });

            migrationBuilder.CreateIndex(name: "ix_assessment_step_register_id_assessment_id", table: "assessment_step", columns: new[] { "register_id", "assessment_id" });

            migrationBuilder.CreateIndex(name: "ix_audit_row_register_id_command_id", table: "audit_row", columns: new[] { "register_id", "command_id" });

            migrationBuilder.CreateIndex(name: "ix_clan_area_id", table: "clan", column: "area_id");

            migrationBuilder.CreateIndex(name: "ix_clan_register_id_search_key", table: "clan", columns: new[] { "register_id", "search_key" });

            migrationBuilder.CreateIndex(
                name: "ix_decision_register_id_area_id_number_year_number",
                table: "decision",
                columns: new[] { "register_id", "area_id", "number_year", "number" },
                unique: true
            );

            migrationBuilder.CreateIndex(name: "ix_decision_register_id_round_id", table: "decision", columns: new[] { "register_id", "round_id" });

            migrationBuilder.CreateIndex(name: "ix_decision_line_register_id_assessment_id", table: "decision_line", columns: new[] { "register_id", "assessment_id" });

            migrationBuilder.CreateIndex(name: "ix_decision_line_register_id_decision_id", table: "decision_line", columns: new[] { "register_id", "decision_id" });

            migrationBuilder.CreateIndex(
                name: "ix_evidence_file_register_id_assessment_id_line_id_sha256",
                table: "evidence_file",
                columns: new[] { "register_id", "assessment_id", "line_id", "sha256" },
                unique: true
            );

            migrationBuilder.CreateIndex(name: "ix_household_area_id_number", table: "household", columns: new[] { "area_id", "number" });

            migrationBuilder.CreateIndex(name: "ix_household_register_id_search_key", table: "household", columns: new[] { "register_id", "search_key" });

            migrationBuilder.CreateIndex(name: "ix_objection_register_id_assessment_id", table: "objection", columns: new[] { "register_id", "assessment_id" });

            migrationBuilder.CreateIndex(name: "ix_organisation_area_id", table: "organisation", column: "area_id");

            migrationBuilder.CreateIndex(name: "ix_organisation_register_id_search_key", table: "organisation", columns: new[] { "register_id", "search_key" });

            migrationBuilder.CreateIndex(name: "ix_person_birth_year_search_key", table: "person", columns: new[] { "birth_year", "search_key" });

            migrationBuilder.CreateIndex(name: "ix_person_register_id_household_id", table: "person", columns: new[] { "register_id", "household_id" });

            migrationBuilder.CreateIndex(name: "ix_person_register_id_search_key", table: "person", columns: new[] { "register_id", "search_key" });

            migrationBuilder.CreateIndex(name: "ix_plan_area_id", table: "plan", column: "area_id");

            migrationBuilder.CreateIndex(name: "ix_plan_register_id_area_id_text_sha256", table: "plan", columns: new[] { "register_id", "area_id", "text_sha256" }, unique: true);

            migrationBuilder.CreateIndex(name: "ix_posting_register_id_round_id", table: "posting", columns: new[] { "register_id", "round_id" });

            migrationBuilder.CreateIndex(name: "ix_published_set_hash", table: "published_set", column: "hash");

            migrationBuilder.CreateIndex(name: "ix_recognition_area_id_title_valid_from", table: "recognition", columns: new[] { "area_id", "title", "valid_from" });

            migrationBuilder.CreateIndex(name: "ix_recognition_register_id_assessment_id", table: "recognition", columns: new[] { "register_id", "assessment_id" }, unique: true);

            migrationBuilder.CreateIndex(name: "ix_recognition_register_id_household_id", table: "recognition", columns: new[] { "register_id", "household_id" });

            migrationBuilder.CreateIndex(name: "ix_register_tally_measure_date_register_id", table: "register_tally", columns: new[] { "measure", "date", "register_id" });

            migrationBuilder.CreateIndex(name: "ix_review_line_register_id_assessment_id", table: "review_line", columns: new[] { "register_id", "assessment_id" });

            migrationBuilder.CreateIndex(name: "ix_review_line_register_id_meeting_id", table: "review_line", columns: new[] { "register_id", "meeting_id" });

            migrationBuilder.CreateIndex(name: "ix_review_meeting_round_id_area_id", table: "review_meeting", columns: new[] { "round_id", "area_id" });

            migrationBuilder.CreateIndex(
                name: "ix_round_register_id_area_id_year_title",
                table: "round",
                columns: new[] { "register_id", "area_id", "year", "title" },
                unique: true
            );

            migrationBuilder.CreateIndex(name: "ix_tally_measure_area_id_date", table: "tally", columns: new[] { "measure", "area_id", "date" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(name: "absence");

            migrationBuilder.DropTable(name: "access_grant");

            migrationBuilder.DropTable(name: "access_slip");

            migrationBuilder.DropTable(name: "account_claim");

            migrationBuilder.DropTable(name: "account_login");

            migrationBuilder.DropTable(name: "account_sign_in");

            migrationBuilder.DropTable(name: "account_token");

            migrationBuilder.DropTable(name: "anchored_head");

            migrationBuilder.DropTable(name: "area_placement");

            migrationBuilder.DropTable(name: "area_position");

            migrationBuilder.DropTable(name: "area_succession");

            migrationBuilder.DropTable(name: "area_tree_head");

            migrationBuilder.DropTable(name: "assessment_step");

            migrationBuilder.DropTable(name: "audit_anchor");

            migrationBuilder.DropTable(name: "audit_head");

            migrationBuilder.DropTable(name: "audit_row");

            migrationBuilder.DropTable(name: "clan");

            migrationBuilder.DropTable(name: "command_record");

            migrationBuilder.DropTable(name: "decision_line");

            migrationBuilder.DropTable(name: "evidence_file");

            migrationBuilder.DropTable(name: "installation_fact");

            migrationBuilder.DropTable(name: "objection");

            migrationBuilder.DropTable(name: "organisation");

            migrationBuilder.DropTable(name: "plan_deadline");

            migrationBuilder.DropTable(name: "plan_doubt");

            migrationBuilder.DropTable(name: "plan_target");

            migrationBuilder.DropTable(name: "plan_text");

            migrationBuilder.DropTable(name: "posting");

            migrationBuilder.DropTable(name: "protection_key");

            migrationBuilder.DropTable(name: "published_set");

            migrationBuilder.DropTable(name: "recognition");

            migrationBuilder.DropTable(name: "register_tally");

            migrationBuilder.DropTable(name: "review_line");

            migrationBuilder.DropTable(name: "round_window");

            migrationBuilder.DropTable(name: "stored_file");

            migrationBuilder.DropTable(name: "tally");

            migrationBuilder.DropTable(name: "person");

            migrationBuilder.DropTable(name: "account");

            migrationBuilder.DropTable(name: "area");

            migrationBuilder.DropTable(name: "area_reform");

            migrationBuilder.DropTable(name: "decision");

            migrationBuilder.DropTable(name: "plan");

            migrationBuilder.DropTable(name: "assessment");

            migrationBuilder.DropTable(name: "review_meeting");

            migrationBuilder.DropTable(name: "round");

            migrationBuilder.DropTable(name: "household");
        }
    }
}
