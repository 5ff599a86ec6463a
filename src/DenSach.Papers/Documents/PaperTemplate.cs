using System.Text;

namespace DenSach.Papers.Documents;

/// <summary>
/// The words of one kind of paper as data: sentences with named places in braces ("năm {nam}"). It is loaded from a
/// file by whoever uses it and filled here; a place without a value is an error, never a gap in a paper.
/// </summary>
public sealed record PaperTemplate
{
    /// <summary>Name of the template.</summary>
    public string Id { get; init; } = "";

    /// <summary>Raised whenever its words change.</summary>
    public int Version { get; init; }

    /// <summary>"official" where an authority issued these words, else "sample".</summary>
    public string Status { get; init; } = "sample";

    /// <summary>See <see cref="Paper.ParentBody"/>.</summary>
    public string? ParentBody { get; init; }

    /// <summary>See <see cref="Paper.IssuingBody"/>.</summary>
    public List<string> IssuingBody { get; init; } = [];

    /// <summary>See <see cref="Paper.Symbol"/>.</summary>
    public string Symbol { get; init; } = "";

    /// <summary>See <see cref="Paper.Place"/>.</summary>
    public string Place { get; init; } = "";

    /// <summary>See <see cref="Paper.Kind"/>.</summary>
    public string? Kind { get; init; }

    /// <summary>See <see cref="Paper.Abstract"/>.</summary>
    public string Abstract { get; init; } = "";

    /// <summary>See <see cref="Paper.Authority"/>.</summary>
    public string? Authority { get; init; }

    /// <summary>See <see cref="Paper.Bases"/>.</summary>
    public List<string> Bases { get; init; } = [];

    /// <summary>See <see cref="Paper.Enacting"/>.</summary>
    public string? Enacting { get; init; }

    /// <summary>Running paragraphs, before the articles if there are any: the body of a notice.</summary>
    public List<string> Paragraphs { get; init; } = [];

    /// <summary>Centred lines of a certificate; the second one names whom it is given to.</summary>
    public List<string> Lines { get; init; } = [];

    /// <summary>The words behind "Điều 1.", "Điều 2.", …</summary>
    public List<string> Articles { get; init; } = [];

    /// <summary>See <see cref="Paper.Recipients"/>.</summary>
    public List<string> Recipients { get; init; } = [];

    /// <summary>The list that goes with the paper, or null.</summary>
    public PaperTemplateList? List { get; init; }

    /// <summary>
    /// The paper with every place filled, unnumbered, undated and without a mark: those are set on the result.
    /// </summary>
    /// <param name="values">A value for each place, by its name without braces; more than needed does no harm.</param>
    /// <param name="signature">Who signs.</param>
    /// <param name="rows">Rows of the list; must be empty for a template without one.</param>
    /// <exception cref="PaperTemplateException">A place has no value, a brace stays open, or rows have no list to stand in.</exception>
    public Paper Fill(IReadOnlyDictionary<string, string> values, PaperSignature signature, IReadOnlyList<IReadOnlyList<string>> rows)
    {
        if (List is null && rows.Count > 0)
        {
            throw new PaperTemplateException($"Mẫu “{Id}” không có danh sách kèm theo, nhưng có {rows.Count} dòng cần in.");
        }

        return new Paper
        {
            ParentBody = ParentBody is null ? null : Words(ParentBody),
            IssuingBody = [.. IssuingBody.Select(Words)],
            Symbol = Words(Symbol),
            Place = Words(Place),
            Kind = Kind is null ? null : Words(Kind),
            Abstract = Words(Abstract),
            Authority = Authority is null ? null : Words(Authority),
            Bases = [.. Bases.Select(Words)],
            Enacting = Enacting,
            Body =
            [
                .. Lines.Select((text, i) => new PaperLine(Words(text), IsName: i == 1)),
                .. Paragraphs.Select(text => new PaperParagraph(Words(text))),
                .. Articles.Select((text, i) => new PaperArticle(i + 1, Words(text), [])),
            ],
            Recipients = [.. Recipients.Select(Words)],
            Signature = signature,
            Appendices = List is null
                ? []
                : [new PaperAppendix(List.Label, Words(List.Title), [new PaperTable([.. List.Columns.Select(c => new PaperColumn(c.Heading, c.Align, c.Share))], rows)])],
        };

        string Words(string text) => FillPlaces(text, values);
    }

    private string FillPlaces(string text, IReadOnlyDictionary<string, string> values)
    {
        var filled = new StringBuilder();
        for (var at = 0; at < text.Length; )
        {
            var open = text.IndexOf('{', at);
            if (open < 0)
            {
                filled.Append(text, at, text.Length - at);
                break;
            }

            var close = text.IndexOf('}', open);
            var name = close < 0 ? null : text[(open + 1)..close];
            if (name is null || !values.TryGetValue(name, out var value))
            {
                throw new PaperTemplateException(
                    name is null ? $"Mẫu “{Id}” có dấu “{{” không đóng trong câu “{text}”." : $"Mẫu “{Id}” cần giá trị cho “{name}” trong câu “{text}”."
                );
            }

            filled.Append(text, at, open - at).Append(value);
            at = close + 1;
        }

        return filled.ToString();
    }
}

/// <summary>The list that goes with a paper.</summary>
public sealed record PaperTemplateList
{
    /// <summary>See <see cref="PaperAppendix.Label"/>.</summary>
    public string? Label { get; init; }

    /// <summary>See <see cref="PaperAppendix.Title"/>.</summary>
    public string Title { get; init; } = "";

    /// <summary>Columns of its table.</summary>
    public List<PaperTemplateColumn> Columns { get; init; } = [];
}

/// <summary>A column of the list; see <see cref="PaperColumn"/>.</summary>
public sealed record PaperTemplateColumn
{
    /// <summary>Words of the head.</summary>
    public string Heading { get; init; } = "";

    /// <summary>How its cells stand.</summary>
    public PaperAlign Align { get; init; }

    /// <summary>Share of the width in percent.</summary>
    public int Share { get; init; }
}

/// <summary>A template that cannot be filled. The message is a Vietnamese sentence that names the template and the place.</summary>
public sealed class PaperTemplateException(string message) : Exception(message);
