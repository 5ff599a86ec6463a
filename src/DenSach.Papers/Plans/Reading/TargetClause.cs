using System.Text.RegularExpressions;
using DenSach.Papers.Plans.Reading.Heads;

namespace DenSach.Papers.Plans.Reading;

/// <summary>
/// One figure of a sentence with the words that are its own. Two orders exist: "80 % gia đình đạt …" (the words
/// follow) and "tỷ lệ gia đình đạt … là 80 %" (the words precede).
/// </summary>
internal sealed record TargetClause(TargetFigure Figure, int Start, int End, MappedText Words, bool Trailing, bool OfParent, bool Maintain, bool GoesOn, string Lead)
{
    private static readonly Pattern LeadWords = Pattern.Of(
        @"(\b(phan dau|phan dau den|dam bao|bao dam|duy tri|dat|co|co it nhat|it nhat|toi thieu|khong duoi|khong thap hon|khoang|xap xi|tren|hon|duoi|toi da|khong qua|trong do|trong so do|va|phai|la|voi|tu|den|vao|trong|het|nam|giai doan|19\d\d|20\d\d|tren|(het|cuoi|ket thuc) (ky ke hoach|ke hoach|ky|nhiem ky|giai doan))\b|[ ,:;-])*$"
    );
    private static readonly Pattern OnwardWords = Pattern.Of(
        @"\b(phai dat|tien toi|huong toi|huong den|lo trinh|nang len|tang len|phan dau dat|phan dau den nam \d{4})\b[^,;:%]{0,25}$"
    );

    // "95 % … vào năm 2026, 98 % vào năm 2030": a figure with nothing of its own but its year.
    private static readonly Pattern NothingBefore = Pattern.Of("[a-z0-9] ?, ?(va )?(dat )?$");
    private static readonly Pattern OnlyAYear = Pattern.Of("^ ?(vao|den|trong) ((het|cuoi) )?nam (19|20)");

    // "70 % công nhân được tuyên truyền, phổ biến …, năm 2030 đạt 90 %": the second has nothing but its year, so the words before are those of the first.
    private static readonly Pattern LedByAYear = Pattern.Of("^[ ,(]*(va |con )?((den|vao|toi) )?((het|cuoi) )?nam (19|20)\\d{2} ?,? ?[a-z ]{0,20}$");
    private static readonly Pattern NothingFollows = Pattern.Of(
        @"^ *($|[,;.()]|(vao nam|den nam|trong nam|den het nam|nam \d|va |so voi|trong do|hang nam|moi nam|so (tong )?so |so tong ))"
    );
    private static readonly Pattern OpeningWords = Pattern.Of(
        @"^(\b(phan dau|dam bao|bao dam|duy tri|den|vao|trong|het|nam|19\d\d|20\d\d|va|phai|giai doan|nang|tang)\b|[ ,:;-])*"
    );
    private static readonly Pattern OwnYear = Pattern.Of(
        @"^ ?\(?((vao|den|trong) )?((het|cuoi) )?nam (19|20)\d{2}\)? ?([,;]|(?:va) |$)|^ (tong |so |tong so )?(dan so|ho|nguoi|nhan khau)( [^,;%.]{0,30})? (vao|den) ((het|cuoi) )?nam (19|20)\d{2} ?([,;]|va )"
    );

    // "85 % … vào năm 2028 và 95 % vào năm 2030": each year stands behind its figure.
    private static readonly Pattern ClosesTheOneBefore = Pattern.Of(@"\b((vao|den|trong) )((het|cuoi) )?nam (19|20)\d{2}(?<then> ?, ?(va )?| va )(dat )?$");

    private static readonly Pattern YearBefore = Pattern.Of(@", ?(va )?(?<year>((den|vao|trong|sang|toi) )?((het|cuoi) )?nam (19|20)\d{2},? [a-z ]{2,30})$", "nam ");
    private static readonly Pattern HasYear = Pattern.Of(@"\bnam (19|20)\d{2},? [a-z ]{2,30}\d", "nam ");
    private static readonly Pattern ParentWords = Pattern.Of(@"\b(trong do|trong so( do| nay| nhung| cac| cong dan| nguoi)|trong tong so)\b");
    private static readonly Pattern MaintainWords = Pattern.Of(@"\bduy tri\b");

    public static List<TargetClause> Of(MappedText sentence, IReadOnlyList<TargetFigure> figures)
    {
        var folded = sentence.Folded;
        var starts = figures.Select((f, k) => LeadOf(sentence, AfterStop(folded, k == 0 ? 0 : PastOwnYear(folded, figures[k - 1].End, f), f.Start), f)).ToList();
        var clauses = new List<TargetClause>();
        var free = 0;
        for (var k = 0; k < figures.Count; k++)
        {
            var figure = figures[k];
            free = AfterStop(folded, free, Math.Max(free, starts[k]));
            var limit = k + 1 < figures.Count ? Math.Min(starts[k + 1], BracketOf(folded, figure.End, figures[k + 1].Start)) : folded.Length;
            var trailing = figure.OfAll || (figure.Unit != "count" && EndsAt(folded, figure.End));
            int from,
                to,
                end;
            if (trailing)
            {
                (from, to) = (PastOpening(sentence, free, Math.Max(free, starts[k])), Math.Max(free, starts[k]));
                // "42 dòng họ (65 %) và 9 đơn vị (100 %)": the bracket closes what is said of it.
                var closed = figure.End < folded.Length && folded[figure.End] == ')';
                end = closed ? figure.End + 1 : Math.Max(figure.End, Cut(sentence, figure.End, limit));
            }
            else
            {
                var nextTrails =
                    k + 1 < figures.Count
                    && (figures[k + 1].OfAll || (figures[k + 1].Unit != "count" && EndsAt(folded, figures[k + 1].End)))
                    && !Onward(folded, figure.End, figures[k + 1]);
                var onlyItsYear = nextTrails && limit > figure.End && IsLedByAYear(folded[limit..figures[k + 1].Start]);
                (from, to) = (
                    figure.End,
                    nextTrails && !onlyItsYear && folded.AsSpan(figure.End, Math.Max(0, limit - figure.End)).IndexOf(';') < 0
                        ? Math.Max(figure.End, Cut(sentence, figure.End, limit))
                        : CutAtSemicolon(folded, figure.End, limit)
                );
                // "2026 (3 huyện), 2027 (5 huyện)": the bracket closes what is counted in the year.
                var close = figure.Unit == "count" && TargetFigure.IsInBracketOfAYear(folded[..figure.Start]) ? folded.IndexOf(')', figure.End) : -1;
                to = close >= from && close < to ? close : to;
                end = to;
            }

            var lead = folded[Math.Min(starts[k], figure.Start)..figure.Start];
            var start = trailing ? Math.Min(from, figure.Start) : starts[k];
            clauses.Add(
                new(
                    figure,
                    start,
                    end,
                    sentence.Slice(Math.Min(from, to), to),
                    trailing,
                    ParentWords.IsMatch(lead),
                    MaintainWords.IsMatch(folded[start..end]),
                    k > 0 && trailing && Onward(folded, free, figure) && Subjects.Opening(sentence.Slice(Math.Min(from, to), to)) is null,
                    lead
                )
            );
            free = end;
        }

        return clauses;
    }

    /// <summary>Whether the clause says what is to happen, or only whom it counts and leaves the verb to the next clause.</summary>
    public bool HasPredicate(int afterSubject) => Predicates(Words.Slice(Math.Min(afterSubject, Words.Length))).Any();

    /// <summary>For each verb in the words, what stands behind it.</summary>
    public static IEnumerable<string> Predicates(MappedText words) =>
        // "cơ quan", "cơ sở": without its marks the word would be "có".
        Predicate.Matches(words.Folded).Where(m => m.Value != "co" || words.Text[m.Index + 1] is not ('ơ' or 'Ơ')).Select(m => words.Folded[(m.Index + m.Length)..]);

    /// <summary>Whether anything in the clause says what is to happen, before the figure or behind it.</summary>
    public bool HasVerb => Trailing ? Predicates(Words).Any() || Predicate.IsMatch(Lead) : HasPredicate(Subjects.Opening(Words)?.End ?? 0);

    private static readonly Pattern Predicate = Pattern.Of(
        @"\b(dat|duoc|co|tham gia|duy tri|trien khai|ung dung|su dung|hoan thanh|biet|thuc hien|tiep can|dang ky|ban hanh|phat dong|to chuc|xay dung|thanh lap|bo tri|trang bi|mo|hoc (nang cao|nghe|len|them|chu|ky nang))\b"
    );

    /// <summary>Whether nothing but a year stands between two figures: ", năm 2030 đạt ".</summary>
    public static bool IsLedByAYear(string between) => LedByAYear.IsMatch(between);

    private static bool EndsAt(string folded, int at) => NothingFollows.IsMatch(folded[at..Math.Min(at + 20, folded.Length)]);

    /// <summary>"65 % năm 2026, 70 % năm 2028": a year right behind a figure is that figure's, and no lead of the next.</summary>
    private static int PastOwnYear(string folded, int from, TargetFigure next)
    {
        var between = folded[from..Math.Max(from, next.Start)];
        return from
            + (OnlyAYear.IsMatch(folded[next.End..]) && ClosesTheOneBefore.Match(between) is { Success: true } year ? year.Groups["then"].Index : OwnYear.Match(between).Length);
    }

    /// <summary>A semicolon between two figures parts their words for good.</summary>
    private static int AfterStop(string folded, int from, int to) => from + folded.AsSpan(from, Math.Max(0, to - from)).LastIndexOf(';') + 1;

    /// <summary>"… và phải đạt 60 % vào năm 2030": the same measure goes on.</summary>
    private static bool Onward(string folded, int from, TargetFigure figure) =>
        OnwardWords.IsMatch(folded[Math.Min(from, figure.Start)..figure.Start])
        || (NothingBefore.IsMatch(folded[Math.Min(from, figure.Start)..figure.Start]) && OnlyAYear.IsMatch(folded[figure.End..]));

    /// <summary>"đạt 58 % tổng số hộ (năm 2025 là 53 %)": a bracket that holds the next figure is no part of this clause.</summary>
    private static int BracketOf(string folded, int from, int next)
    {
        var between = folded.AsSpan(from, Math.Max(0, next - from));
        var open = between.LastIndexOf('(');
        return open >= 0 && between[open..].IndexOf(')') < 0 ? from + open : next;
    }

    /// <summary>Where the words that lead a figure begin: "ít nhất", "đến năm 2030", and the place it is given to where its own words follow it.</summary>
    private static int LeadOf(MappedText sentence, int from, TargetFigure figure)
    {
        var follows = figure.Unit == "count" || !EndsAt(sentence.Folded, figure.End);
        if (figure.Unit == "count" && YearBefore.Match(sentence.Folded[from..figure.Start]) is { Success: true } year && HasYear.IsMatch(sentence.Folded[..from]))
        {
            return from + year.Groups["year"].Index; // "Năm 2026 duy trì 7 lớp, năm 2027 mở mới 9 lớp"
        }

        return follows && GivenTo.Start(sentence, from, figure.Start) is >= 0 and var place ? place : LeadStart(sentence.Folded, from, figure.Start);
    }

    /// <summary>Past the words that open a clause and say of nobody; "trong đó" among them, which without its marks would be "trong độ".</summary>
    private static int PastOpening(MappedText sentence, int from, int to)
    {
        var past = from + OpeningWords.Match(sentence.Folded[from..to]).Length;
        return sentence.Text.AsSpan(past, to - past).StartsWith("đó ", StringComparison.OrdinalIgnoreCase) ? past + 3 : past;
    }

    private static int LeadStart(string folded, int from, int figure)
    {
        var start = from + LeadWords.Match(folded[from..figure]).Index;
        while (start < figure && folded[start] is ' ' or ',' or ';' or ':' or '-')
        {
            start++;
        }

        return start;
    }

    private static int Cut(MappedText sentence, int from, int limit)
    {
        var folded = sentence.Folded;
        var at = folded.AsSpan(from, Math.Max(0, limit - from)).IndexOfAny(',', ';');
        if (at < 0)
        {
            return Math.Max(from, limit);
        }

        // "50 % số xã, thị trấn đạt …, xếp loại tốt 20 %": before anything is said, a comma lists more of the same kind.
        var next = folded[from + at] == ',' ? folded.AsSpan(from + at + 1, Math.Max(0, limit - from - at - 1)).IndexOfAny(',', ';') : -1;
        var listed =
            next > 0
            && !Predicates(sentence.Slice(from, from + at)).Any()
            && Subjects.Find(sentence.Slice(from, from + at), true) is { Kind: HeadKind.Known } one
            && Subjects.Find(sentence.Slice(from + at + 1), true) is { Kind: HeadKind.Known } two
            && two.Start <= 1
            && one.Subject == two.Subject;
        return listed ? from + at + 1 + next : from + at;
    }

    private static int CutAtSemicolon(string folded, int from, int limit)
    {
        var at = folded.AsSpan(from, Math.Max(0, limit - from)).IndexOf(';');
        return at < 0 ? Math.Max(from, limit) : from + at;
    }
}
