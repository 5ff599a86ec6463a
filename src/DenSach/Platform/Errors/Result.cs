namespace DenSach.Platform.Errors;

/// <summary>What kind of refusal it is; decides the HTTP status, nothing else.</summary>
public enum ProblemKind
{
    /// <summary>The input cannot be taken as it stands (400).</summary>
    Invalid,

    /// <summary>The rule of the process forbids it now (422).</summary>
    Refused,

    /// <summary>No right (403).</summary>
    Forbidden,

    /// <summary>Not there, or not for this person (404).</summary>
    NotFound,

    /// <summary>Somebody else was first, or the form is stale (409).</summary>
    Conflict,
}

/// <summary>An expected failure: a code for programs, a sentence for a person, and the field it belongs to if there is one.</summary>
public sealed record Problem(ProblemKind Kind, string Code, string Sentence, string? Field = null)
{
    /// <summary>Where what stands in the way can be seen, on this site; null where nothing can.</summary>
    public string? See { get; init; }

    public static Problem Invalid(string code, string sentence, string? field = null) => new(ProblemKind.Invalid, code, sentence, field);

    public static Problem Refused(string code, string sentence) => new(ProblemKind.Refused, code, sentence);

    public static Problem Forbidden(string sentence = "Tài khoản này không có quyền làm việc đó ở địa bàn này.") => new(ProblemKind.Forbidden, "forbidden", sentence);

    public static Problem NotFound(string sentence = "Không tìm thấy, hoặc tài khoản này không được xem.") => new(ProblemKind.NotFound, "not_found", sentence);

    public static Problem Conflict(string code, string sentence) => new(ProblemKind.Conflict, code, sentence);

    public static Problem Stale { get; } = Conflict("stale", "Dữ liệu đã được người khác sửa sau khi bạn mở trang này. Chưa có gì thay đổi: hãy mở lại trang, xem rồi làm lại.");
}

/// <summary>A value, or the reason there is none. Expected failures are values; exceptions are for what should not happen.</summary>
public readonly record struct Result<T>
{
    private readonly T? value;

    private Result(T? value, Problem? problem) => (this.value, Problem) = (value, problem);

    public Problem? Problem { get; }
    public bool Ok => Problem is null;
    public T Value => Problem is null ? value! : throw new InvalidOperationException($"No value: {Problem.Code}");

    public static implicit operator Result<T>(T value) => new(value, null);

    public static implicit operator Result<T>(Problem problem) => new(default, problem);
}
