namespace DenSach.Papers.Plans.Reading;

/// <summary>
/// Whom the figure of a clause counts, looked for in this order: its own words; a part of them behind a colon or a
/// comma; the target before, which "trong đó …" or a closing "… đạt 60 %" goes on about; the words before the
/// figure; the clause behind, which may name it for both ("đến năm 2025 có 80 %, đến năm 2030 có 90 % cơ quan").
/// </summary>
internal static class ClauseWords
{
    private const int MostFiguresBeforeATitle = 8;
    private static readonly Pattern Label = Pattern.Of($"(^|[;.:-] ?|so (nguoi|ho|luong)[^:;]{{0,60}}){Titles.Form}[ \"]*:[^:]*$");
    public static readonly Pattern Place = Pattern.Of(
        @"^[\s:;,+-]*([Cc]ác )?([Tt]hôn|[Bb]ản|[Ll]àng|[ẤấAa]p|[Bb]uôn|[Kk]hóm|[Kk]hu phố|[Tt]ổ dân phố|[Xx]ã|[Pp]hường|[Tt]hị trấn|[Đđ]ặc khu|[Hh]uyện|[Qq]uận|[Tt]hị xã|[Tt]hành phố)( số)? ([\p{Lu}0-9]|còn lại|vùng|thuộc)"
    );
    private static readonly Pattern AnyTitle = Pattern.Of($"\\b{Titles.Form}\\b");
    private static readonly Pattern Grade = Pattern.Of("^[ ,;:-]*(dat |duoc )*(xep |danh gia )?(loai|muc) (xuat sac|tot|kha|trung binh|dat)\\b");
    private static readonly Pattern Bracket = Pattern.Of(@"^ ?\([^()%]{1,20}\)");
    private static readonly Pattern Over = Pattern.Of(@"^((doi voi|ve|chi tieu|muc tieu|xay dung|mo hinh|cac|ty le) )+");
    private static readonly Pattern GoesBack = Pattern.Of(@"\b(moi|tung|cac) (chi tieu|ty le|ti le|con so|muc) (tren|nay|do|neu tren|da neu)\b[^,;]{0,40}$");
    private static readonly Pattern Makes = Pattern.Of(@"\bchiem( ty le| ti le| khoang| tren| it nhat| tu)* ?$");
    private static readonly Pattern MembersOf = Pattern.Of(@"\bhoi vien\b[^;:.]{0,60}$");
    private static readonly Pattern Part = Pattern.Of("[,:(]");

    public static WhomCounted Whom(MappedText sentence, IReadOnlyList<TargetClause> clauses, int k, PlanTarget? parent)
    {
        var clause = clauses[k];
        // "Mỗi chỉ tiêu trên tăng 2 %/năm" counts nothing of its own.
        if (GoesBack.IsMatch(sentence.Folded[(k == 0 ? 0 : Math.Min(clauses[k - 1].Figure.End, clause.Figure.Start))..clause.Figure.Start]))
        {
            return new(PlanSubject.Other, null, null, true);
        }

        var whom = clause.Trailing && BehindColon(clause.Words) is { Found: true } labelled ? labelled : TargetWords.Whom(clause.Words);
        whom = whom.Found || !clause.Trailing ? whom : InParts(clause.Words);
        // "công nhận thêm 3 % gia đình học tập, nâng tỷ lệ lên 78 %": the words go past a figure that is none of the plan's.
        whom = !whom.Found && clause.Words.Folded.LastIndexOf('%') is >= 0 and var passed ? TargetWords.Whom(clause.Words.Slice(passed + 1)) : whom;
        if (parent is not null && (clause.GoesOn || (!whom.Found && (clause.OfParent || clause.Trailing))))
        {
            return new(parent.Subject, clause.OfParent ? null : parent.Title, parent.TitleContext, true);
        }

        var before = sentence.Slice(k == 0 ? 0 : Math.Min(clauses[k - 1].End, clause.Figure.Start), clause.Figure.Start);
        if (!whom.Found && !clause.Trailing && clause.Figure.Unit != "count" && InParts(before) is { Found: true } named)
        {
            whom = named with { Title = named.Title ?? TargetWords.TitleFor(named.Subject, clause.Words) };
        }

        if (!whom.Found && clause.Figure.Unit != "count" && k + 1 < clauses.Count && parent is null)
        {
            whom = Whom(sentence, clauses, k + 1, null);
        }

        // "60 % xếp loại tốt, 30 % xếp loại khá": grades of those counted before.
        if (!whom.Found && parent is not null && Grade.IsMatch(clause.Words.Folded))
        {
            return new(parent.Subject, null, parent.TitleContext, true);
        }

        // "70 % (năm 2027) và 80 % (năm 2030) gia đình": whom stands behind the bracket.
        if (!whom.Found && clause.Trailing && Bracket.Match(sentence.Folded[clause.Figure.End..]) is { Success: true } bracket)
        {
            whom = TargetWords.Whom(sentence.Slice(clause.Figure.End + bracket.Length));
        }

        // "Tỷ lệ hội viên đạt 30 % dân số": the members are what is to grow, the people only what they are set against.
        if (whom.Subject == PlanSubject.Population && MembersOf.IsMatch(before.Folded))
        {
            whom = new(PlanSubject.AssociationMember, null, null, true);
        }

        // "Số gia đình được công nhận “Gia đình học tập” chiếm 75 % tổng số hộ": the title stands before, whom it is set against behind.
        if (whom is { Found: true, Title: null, Context: null } && Makes.IsMatch(before.Folded))
        {
            whom = whom with { Title = InParts(before).Title };
        }

        if (whom is { Found: true, Title: null, Context: null })
        {
            whom = whom with { Title = LaterTitle(clauses, k, whom.Subject) ?? LabelTitle(sentence, clause, whom.Subject) };
        }

        return whom;
    }

    /// <summary>
    /// "Gia đình học tập giao các thôn: thôn Phú Đông 82 %": the figure is that place's, what it counts stands before the colon or in the heading above.
    /// </summary>
    public static WhomCounted OfPlace(MappedText sentence, TargetClause clause, WhomCounted whom, MappedText? heading, PlanTarget? parent)
    {
        var words = clause.Words.Folded.TrimEnd(' ', ':');
        var own = clause.Words.Slice(words.LastIndexOf(':') + 1);
        var isPlace = whom is { Title: null, Context: null, Subject: PlanSubject.Hamlet or PlanSubject.Commune or PlanSubject.District } && Place.IsMatch(own.Text);
        if (clause.Figure.Unit == "count" || (whom.Found && !isPlace))
        {
            return whom;
        }

        var colon = sentence.Folded.LastIndexOf(':', clause.Figure.Start);
        var over = OneTitle(colon < 0 ? null : sentence.Slice(0, colon)) ?? OneTitle(heading);
        if (over is null && !whom.Found && heading is not null && Over.Match(heading.Folded) is { Success: true } about)
        {
            over = Listed(heading.Slice(about.Length)) is [var (only, _)] ? only : null; // "2.1. Đối với gia đình" over "a) Năm 2028: 60 %"
        }

        return over ?? (isPlace && parent is { Title: not null } ? new(parent.Subject, parent.Title, parent.TitleContext, true) : whom);
    }

    /// <summary>The one title that the words name, with whom it is for.</summary>
    public static WhomCounted? OneTitle(MappedText? words) =>
        words is not null && AnyTitle.Matches(words.Folded).Select(m => m.Groups[1].Value).Distinct(StringComparer.Ordinal).ToList() is [var named]
            ? named switch
            {
                "gia dinh" => new(PlanSubject.Household, Titles.Name(named), null, true),
                "dong ho" => new(PlanSubject.Clan, Titles.Name(named), null, true),
                "cong dong" => new(PlanSubject.Hamlet, Titles.Name(named), null, true),
                "don vi" => new(PlanSubject.Organisation, Titles.Name(named), null, true),
                "cong dan" => new(PlanSubject.Citizen, Titles.Name(named), null, true),
                _ => null,
            }
            : null;

    /// <summary>The measures of "tỷ lệ gia đình, dòng họ và cộng đồng …": one for each noun.</summary>
    public static List<(WhomCounted Whom, string Words)> Listed(MappedText words)
    {
        var cuts = Part.Matches(words.Folded).Select(m => m.Index).Append(words.Length).ToList();
        var parts = new List<(WhomCounted, string)>();
        var start = 0;
        foreach (var cut in cuts)
        {
            var part = words.Slice(Math.Min(start, cut), cut);
            var and = part.Folded.IndexOf(" va ", StringComparison.Ordinal);
            foreach (var piece in and < 0 ? [part] : new[] { part.Slice(0, and), part.Slice(and + 4) })
            {
                if (TargetWords.Whom(piece) is { Found: true } whom)
                {
                    parts.Add((whom, piece.Text.Trim()));
                }
            }

            start = cut + 1;
        }

        return parts;
    }

    /// <summary>"Công dân học tập: người lao động 60 %": the colon parts a label from whom the figure counts.</summary>
    private static WhomCounted BehindColon(MappedText words) =>
        words.Folded.LastIndexOf(':') is > 0 and var colon && TargetWords.Whom(words.Slice(colon + 1)) is { Found: true } whom ? whom : default;

    /// <summary>The last part of the words, cut at colons and commas, that names whom it counts; else the words from their first part on.</summary>
    private static WhomCounted InParts(MappedText words)
    {
        foreach (var cut in Part.Matches(words.Folded).Select(m => m.Index).Reverse())
        {
            if (TargetWords.Whom(words.Slice(cut + 1)) is { Found: true } whom)
            {
                return whom;
            }
        }

        return TargetWords.Whom(words);
    }

    /// <summary>One title closes several figures: "60 % người lao động …, 80 % cán bộ … đạt danh hiệu …".</summary>
    private static string? LaterTitle(IReadOnlyList<TargetClause> clauses, int k, PlanSubject subject)
    {
        if (k + 1 >= clauses.Count || clauses[k].Trailing || clauses[k].HasPredicate(Subjects.Opening(clauses[k].Words)?.End ?? 0))
        {
            return null;
        }

        var closing = clauses.Skip(k + 1).Take(MostFiguresBeforeATitle).FirstOrDefault(c => c.HasPredicate(Subjects.Opening(c.Words)?.End ?? 0));
        return closing is null ? null : TargetWords.TitleFor(subject, closing.Words) ?? TargetWords.Whom(closing.Words).Title;
    }

    /// <summary>"Công dân học tập: 40 % người lao động; 60 % cán bộ": the title stands once, before a colon.</summary>
    private static string? LabelTitle(MappedText sentence, TargetClause clause, PlanSubject subject)
    {
        var label = Label.Match(sentence.Folded[..clause.Figure.Start]);
        return label.Success && Titles.Of(subject) is { } own && Titles.Name(label.Groups[3].Value) == own ? own : null;
    }
}
