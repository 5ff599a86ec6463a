namespace DenSach.Papers.Plans.Reading;

/// <summary>Figures that are given to places: whom they count is said elsewhere.</summary>
internal static class ClausePlaces
{
    /// <summary>A place below the issuer's by its name, or some of them: "thôn Đoài", "các xã vùng cao".</summary>
    public static readonly Pattern Named = Pattern.Of(
        @"^[\s:;,+-]*([Cc]ác )?([Tt]hôn|[Bb]ản|[Ll]àng|[ẤấAa]p|[Bb]uôn|[Kk]hóm|[Kk]hu phố|[Tt]ổ dân phố|[Xx]ã|[Pp]hường|[Tt]hị trấn|[Đđ]ặc khu|[Hh]uyện|[Qq]uận|[Tt]hị xã|[Tt]hành phố)( số)? ([\p{Lu}0-9]|còn lại|vùng|thuộc|khu vực)"
    );

    private static readonly Pattern Name = Pattern.Of(@"^[\s,;:]*(\p{Lu}[\p{L}0-9'-]*\s*){1,5}$");
    private static readonly Pattern Plural = Pattern.Of("^[ ,;:]*cac (phuong|xa|thi tran|thon|ban|ap|buon|khu pho|to dan pho)( dat| la)* ?$");
    private static readonly Pattern ToPlaces = Pattern.Of(
        @"\b(giao|cho|theo|tung) (cho )?(cac |mot so |tung )?(thon|ban|lang|ap|buon|khom|khu pho|to dan pho|xa|phuong|dia phuong)\b[^:;%]{0,40}:"
    );
    private static readonly Pattern Over = Pattern.Of(@"^((doi voi|ve|chi tieu|muc tieu|xay dung|mo hinh|cac|ty le) )+");

    /// <summary>
    /// "Gia đình học tập giao các thôn: thôn Phú Đông 82 %": the figure is that place's, what it counts stands before the colon or in the heading above.
    /// </summary>
    public static WhomCounted Of(MappedText sentence, TargetClause clause, WhomCounted whom, MappedText? heading, PlanTarget? parent)
    {
        var words = clause.Words.Folded.TrimEnd(' ', ':');
        var own = clause.Words.Slice(words.LastIndexOf(':') + 1);
        var isPlace = whom is { Title: null, Context: null, Subject: PlanSubject.Hamlet or PlanSubject.Commune or PlanSubject.District } && Named.IsMatch(own.Text);
        var colon = sentence.Folded.LastIndexOf(':', clause.Figure.Start);
        var label = colon < 0 ? null : sentence.Slice(0, colon);
        var over = Measures.OneTitle(label) ?? Measures.OneTitle(heading);
        isPlace =
            isPlace
            || (
                over is { Subject: not PlanSubject.Hamlet }
                && whom is { Title: null, Context: null, Subject: PlanSubject.Hamlet or PlanSubject.Commune }
                && Plural.IsMatch(own.Folded)
            );
        isPlace = isPlace || (whom.IsUnknown && Name.IsMatch(own.Text) && ToPlaces.IsMatch(sentence.Folded[..clause.Figure.Start]));
        if (clause.Figure.Unit == "count" || (whom.Found && !isPlace) || (whom.IsUnknown && !isPlace))
        {
            return whom;
        }

        if (over is not null && TargetWords.Whom((Measures.OneTitle(label) is null ? heading : label)!) is { Found: true, Title: not null } said && said.Title == over.Value.Title)
        {
            over = said; // "Chỉ tiêu người lớn đạt “Công dân học tập” giao các thôn: …": whom is said too.
        }

        if (over is null && !whom.Found && heading is not null && Over.Match(heading.Folded) is { Success: true } about)
        {
            over = Measures.Listed(heading.Slice(about.Length)) is [var (only, _)] ? only : null; // "2.1. Đối với gia đình" over "a) Năm 2028: 60 %"
        }

        return over ?? (isPlace && parent is { Title: not null } ? new(parent.Subject, parent.Title, parent.TitleContext, true) : whom);
    }
}
