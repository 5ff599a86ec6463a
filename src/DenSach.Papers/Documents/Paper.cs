namespace DenSach.Papers.Documents;

/// <summary>
/// One official paper, free of any form of output: <see cref="PaperHtml"/> writes it for screen and print, other
/// writers can follow. Texts are plain words, never markup, in the letters of a sentence: where the decree asks for
/// capitals the writer makes them ("Ủy ban nhân dân", "Quyết định"). The parts are those of Nghị định 30/2020/NĐ-CP, Điều 8.
/// </summary>
public sealed record Paper
{
    /// <summary>Cơ quan chủ quản trực tiếp, or null where the issuer has none (a People's Committee).</summary>
    public string? ParentBody { get; init; }

    /// <summary>Cơ quan ban hành, as it stands at the top: one entry a line ("Ủy ban nhân dân", "xã Bình Lư").</summary>
    public required IReadOnlyList<string> IssuingBody { get; init; }

    /// <summary>Số: given by the records clerk; null while the paper is not yet numbered, then the place stays blank.</summary>
    public int? Number { get; init; }

    /// <summary>Ký hiệu: "QĐ-UBND"; empty for a paper without a number of its own, such as a certificate.</summary>
    public required string Symbol { get; init; }

    /// <summary>Địa danh.</summary>
    public required string Place { get; init; }

    /// <summary>Date of issue; null while not yet issued, then day and month stay blank.</summary>
    public DateOnly? Date { get; init; }

    /// <summary>Year to show beside blank day and month; not used once <see cref="Date"/> is set.</summary>
    public int? YearOfDraft { get; init; }

    /// <summary>Tên loại: "Quyết định"; null for a công văn, whose abstract stands under the number.</summary>
    public string? Kind { get; init; }

    /// <summary>Trích yếu.</summary>
    public required string Abstract { get; init; }

    /// <summary>Thẩm quyền ban hành, above the bases of a decision: "Chủ tịch Ủy ban nhân dân xã Bình Lư"; also named over appendices.</summary>
    public string? Authority { get; init; }

    /// <summary>Căn cứ, without the closing mark: the writer sets ";" and "." as the rules ask.</summary>
    public IReadOnlyList<string> Bases { get; init; } = [];

    /// <summary>The line that opens the articles: "Quyết định:".</summary>
    public string? Enacting { get; init; }

    /// <summary>Nội dung.</summary>
    public IReadOnlyList<PaperBlock> Body { get; init; } = [];

    /// <summary>Nơi nhận, without dash and closing mark; "Lưu: …" last.</summary>
    public IReadOnlyList<string> Recipients { get; init; } = [];

    /// <summary>Signature block.</summary>
    public required PaperSignature Signature { get; init; }

    /// <summary>Appendices, each on a page of its own.</summary>
    public IReadOnlyList<PaperAppendix> Appendices { get; init; } = [];

    /// <summary>Words that must stand on every page ("BẢN MẪU – KHÔNG CÓ GIÁ TRỊ PHÁP LÝ"), or null.</summary>
    public string? Mark { get; init; }
}

/// <summary>Who signs, on whose behalf.</summary>
/// <param name="Authority">"TM. Ủy ban nhân dân", "KT. Chủ tịch": one entry a line, empty where the head signs in his own right.</param>
/// <param name="Position">"Chủ tịch".</param>
/// <param name="Name">Name; null leaves the place blank.</param>
public sealed record PaperSignature(IReadOnlyList<string> Authority, string Position, string? Name);

/// <summary>Phụ lục with a heading of its own.</summary>
/// <param name="Label">"Phụ lục", "Phụ lục I"; null for a list that goes with a decision under its title alone.</param>
/// <param name="Title">Name of the appendix.</param>
/// <param name="Body">Its blocks.</param>
public sealed record PaperAppendix(string? Label, string Title, IReadOnlyList<PaperBlock> Body);
