using System.Text.Json.Serialization;

namespace DenSach.Papers.Plans;

/// <summary>A document that the plan rests on or names.</summary>
public sealed record CitedDocument
{
    /// <summary>"Quyết định", "Kế hoạch", …; null where neither the words nor the symbol tell.</summary>
    public string? Kind { get; init; }

    /// <summary>Number and symbol without inner spaces: "387/QĐ-TTg".</summary>
    public string Number { get; init; } = "";

    /// <summary>Date of issue, or null where the plan does not say it.</summary>
    public DateOnly? Date { get; init; }

    /// <summary>Issuing body, "UBND" short; null where the plan does not say it.</summary>
    public string? Issuer { get; init; }

    /// <summary>Where it stands in the text as received.</summary>
    public SourceSpan Span { get; init; }
}

/// <summary>A piece of work that the plan gives to somebody.</summary>
public sealed record PlanTask
{
    /// <summary>The agency under whose heading the work stands.</summary>
    public string Lead { get; init; } = "";

    /// <summary>"lead"; "coordinate" where the text only says "phối hợp"; "requested" under "Đề nghị …".</summary>
    public string Role { get; init; } = "lead";

    /// <summary>Agencies named after "phối hợp với".</summary>
    public IReadOnlyList<string> Coordinate { get; init; } = [];

    /// <summary>The work, in the words of the plan.</summary>
    public string What { get; init; } = "";

    /// <summary>
    /// What is to come of it ("Sản phẩm", "Kết quả dự kiến"), as the row of a table of work says in a column of its own: the words of the plan, however long, lines joined by blanks.
    /// Null where there is no such column, or nothing but a sign or a bare figure stands in it.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Product { get; init; }

    /// <summary>
    /// Places in <see cref="ExtractedPlan.Deadlines"/>, from 0, of the dates that the task's own words or its row of a table name; empty where they name none.
    /// See <see cref="ExtractedPlan.DueOf"/>.
    /// </summary>
    public IReadOnlyList<int> Deadlines { get; init; } = [];

    /// <summary>It stands in a table of work.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool FromTable { get; init; }

    /// <summary>Where it stands in the text as received.</summary>
    public SourceSpan Span { get; init; }
}

/// <summary>A member of the steering committee that the plan sets up.</summary>
/// <param name="Who">Name or office, in the words of the plan.</param>
/// <param name="Role">"Trưởng ban", "Phó Trưởng ban thường trực", "Ủy viên", …</param>
/// <param name="Span">Where it stands.</param>
public sealed record PlanMember(string Who, string Role, SourceSpan Span);

/// <summary>Who signed.</summary>
/// <param name="Name">Name, or null where the plan is unsigned.</param>
/// <param name="Position">"CHỦ TỊCH", "PHÓ CHỦ TỊCH", "Q. CHỦ TỊCH", …</param>
/// <param name="Authority">"TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH"; two lines are joined by " / ".</param>
public sealed record PlanSigner(string? Name, string? Position, string? Authority);

/// <summary>Something that looked like a target, a date or a head field and was not understood for certain. A person looks at it.</summary>
/// <param name="Code">Stable name of the kind of doubt.</param>
/// <param name="Message">A Vietnamese sentence: what is in doubt and what to check.</param>
/// <param name="Span">Where to look.</param>
public sealed record PlanWarning(string Code, string Message, SourceSpan Span);
