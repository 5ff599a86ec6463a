using DenSach.Papers.Plans.Reading.Heads;

namespace DenSach.Papers.Plans.Reading;

/// <summary>
/// What a figure measures, as a short phrase of the plan: the words of its clause without the years, figures and verbs of reaching at their ends. A clause that
/// has no such words of its own ("…; 95 % năm 2030") takes those of the figure that it goes on from.
/// </summary>
internal static class MeasureWords
{
    private const int Longest = 220;
    private const int ShortestCount = 12;
    private const int LongestAside = 60;
    private const int LongestRead = 3 * Longest;
    private const int MostAlike = 8;
    private const int MostCuts = 30;

    /// <summary>What is cut off at the end, from the group "cut" on where there is one, unless the words end otherwise; asked only of words that may end so.</summary>
    private static readonly (Pattern Form, Pattern? Unless, Predicate<string>? May)[] Tails =
    [
        (
            Pattern.Of(
                @"[ ,:(]*\b((tinh |ke )?((vao|den|trong|tu|cua|cac|giai doan|moc|ca|va)( het| cuoi| dau)? ?)*(nam |cac nam )?(19|20)\d{2}( ?[-,]? ?(va )?(den )?(nam )?(19|20)\d{2})*)\)?$"
            ),
            null,
            EndsInADigit
        ),
        (
            Pattern.Of(
                @"(^|[ ,:;(-])(dat|phai dat|(dat )?(ty|ti) le|chiem|la|len|(tang|nang) len|tang|giam|nang|dua|xuong|con|co|tu|it nhat|toi thieu|khoang|tren|hon|duoi|binh quan|phan dau|den|vao|trong|va|voi|lan luot|tuong ung|giu vung|duy tri|tien toi|lo trinh)$"
            ),
            Pattern.Of(@"\b(tro len|neu tren|o tren)$"),
            EndsInAVerb
        ),
        (Pattern.Of(" tro len$", " tro len"), Pattern.Of(@"(\b(dai hoc|dang|tuoi|kha|tot|binh|cap|pho thong|co so)|\d|\b[ivx]+) tro len$"), null),
        (Pattern.Of(@"(^|[ ,]+)((moi|hang|cac) nam|binh quan|(vao|den|trong|het)( het| cuoi)* nam)( tang| giam)?$", " nam", "binh quan"), null, null),
        (Pattern.Of(@"[ ,]\(?(tang|giam|vuot|cao hon|thap hon)( [^,;()%]{0,60})? \d[^;]*$", "tang", "giam", "vuot", "cao hon", "thap hon"), null, null),
        (Pattern.Of(@", ?(moi|tung) [a-z ]{2,30}$", ","), null, null),
        (Pattern.Of(@", ?(dua|nang|tang) (tong so|so|ty le|ti le|muc)\b.*$", ","), null, null),
        (Pattern.Of(@" tu \d{1,3}([.,]\d{1,2})? ?%.*$", "%"), null, null),
        (Pattern.Of(@"[a-z""](?<cut> ?: ?(co )?[0-9][0-9.,]*( ?/ ?[0-9][0-9.]*)?( [a-z, ]{1,60})?)$", ":"), null, null),
        (Pattern.Of(@"[a-z""](?<cut> [0-9][0-9.]* ?/ ?[0-9][0-9.]*( [a-z, ]{1,30})?)$", "/"), null, null),
        (Pattern.Of(@" *\([^()]*$", "("), null, null),
        (Pattern.Of(@"[ ,]+so voi (cuoi |dau )?(nam )?(19|20)\d{2}$", "so voi"), null, null),
        (Pattern.Of(@"[ ,;:.(+=≥≤<>~-]+$"), null, words => !char.IsLetterOrDigit(words[^1])),
    ];

    private static readonly HashSet<string> LastWords =
    [
        .. "dat le chiem la len tang giam nang dua xuong con co tu nhat thieu khoang tren hon duoi quan dau den vao trong va voi luot ung vung tri toi trinh".Split(' '),
    ];

    private static readonly Pattern Opening = Pattern.Of(
        @"^([ ,;:.+-]|\b((den|vao|trong|het|cuoi) )*nam (19|20)\d{2}\b|\b(phan dau|nang|va|dong thoi|trong do|phai|dam bao|bao dam|rieng)\b|((toan (xa|phuong|huyen|tinh) )?co )?[0-9][0-9.]*( ?/ ?[0-9][0-9.]*)? )+"
    );

    // "nâng cao chất lượng", "bảo đảm chất lượng": what is to be done.
    private static readonly Pattern Verbs = Pattern.Of(@"\b(nang|bao dam|dam bao) *$");

    // Words that say that a figure is reached, and when, but not of what.
    private static readonly Pattern Nothing = Pattern.Of(
        @"^([^a-z]|\b(dat|duoc|la|len|tang|nang|den|vao|trong|het|cuoi|dau|nam|cac|moi|hang|nhung|sau|theo|ke|tiep|va|phai|tien|toi|phan|dau|lo|trinh|ty|le|ti|con|so|nay|tren|do|neu|chi|tieu|muc|it|nhat|toi|thieu|khoang|binh|quan|tu|voi|co|lan|luot|tuong|ung|giai|doan)\b)*$"
    );
    private static readonly Pattern Bracket = Pattern.Of(@"^ ?\(([^()%]{2,40})\)");
    private static readonly Pattern Behind = Pattern.Of(@"^ (duoc|dat) [^,;%]{1,120}");
    private static readonly Pattern Within = Pattern.Of(@"^ ?((trong|o|tai|doi voi|voi|cua|tu|rieng)\b|(co )?\d)");
    private static readonly Pattern ForOthers = Pattern.Of("[,;] ?(va )?rieng [^,;%]*$");
    private static readonly Pattern Grade = Pattern.Of(@"\b(loai|muc|kha nang|tot nghiep)\b");
    private static readonly Pattern GoesBack = Pattern.Of(@"\b(ty le|ti le|con so|chi tieu|muc) (nay|tren|do|nay phai)$");

    // What others are set against: "25 % dân số toàn xã".
    private static readonly Pattern SetAgainst = Pattern.Of(
        @"^(so voi |tren |trong )?(tong (so )?)?(so )?(dan so|nhan khau|so dan|nguoi dan)( dia phuong)?( (toan|cua|trong|tren|o|tai) [^,;.%]{1,40}| (cua )?(xa|phuong|huyen|tinh|thi tran))?$"
    );

    /// <summary>The measure of the <paramref name="k"/>th clause.</summary>
    public static string Of(MappedText sentence, IReadOnlyList<TargetClause> clauses, int k, PlanTarget? parent)
    {
        var clause = clauses[k];
        var own = Of(clause.Trailing || clause.Figure.Unit == "count" ? clause.Words : Whole(sentence, clauses, k));
        var goesOn = parent is not null && !clause.OfParent && !ClauseWords.IsGrade(clause) && (clause.GoesOn || IsNothing(own) || GoesBack.IsMatch(Folding.Fold(own)));
        if (goesOn && parent!.Measure.Length > 0)
        {
            return Own(parent.Measure) + InBrackets(sentence, clause);
        }

        var before = Of(sentence.Slice(k == 0 ? 0 : Math.Min(clauses[k - 1].End, clause.Figure.Start), clause.Figure.Start));
        if (!clause.Trailing && SetAgainst.IsMatch(Folding.Fold(own)))
        {
            return !IsNothing(before) ? before
                : k > 0 && parent is { Measure.Length: > 0 } ? parent.Measure
                : own;
        }

        if (SchoolLevels.Measure(own, IsNothing(before) ? "" : before, clause.Trailing, k > 0 ? parent : null) is { } there)
        {
            return there;
        }

        if (IsNothing(own))
        {
            return k + 1 < clauses.Count && Of(clauses[k + 1].Words) is var next && !IsNothing(next) ? next
                : before.Length > 0 ? before
                : own;
        }

        return clause.Figure.Unit == "count" ? Counted(sentence, clauses, k, own, parent)
            : ClauseWords.IsGrade(clause) && own.Length < ShortestCount && !Grade.IsMatch(Folding.Fold(own)) ? $"xếp loại {own}"
            : Labelled(own) + BehindBracket(sentence, clause) + (clause.Trailing ? InBrackets(sentence, clause) : "");
    }

    /// <summary>The measure of a figure that is given to one place: what is said of the last place of a list, before its colon, before it, or in the heading above.</summary>
    public static string OfPlace(MappedText sentence, IReadOnlyList<TargetClause> clauses, int k, PlanTarget? parent, MappedText? heading, string? title)
    {
        for (var i = k; i < clauses.Count && GivenTo.Of(sentence, clauses, i) is not null; i++)
        {
            if (!clauses[i].Trailing && Of(clauses[i].Words) is { Length: >= ShortestCount } said)
            {
                return said;
            }

            if (k > 0 && parent is { Scope: not null, Measure.Length: > 0 })
            {
                return parent.Measure;
            }
        }

        var own = clauses[k].Trailing ? "" : Of(clauses[k].Words);
        var place = GivenTo.Start(sentence, k == 0 ? 0 : clauses[k - 1].Figure.End, clauses[k].Figure.Start);
        var colon = place > 0 ? sentence.Folded.LastIndexOf(':', place - 1) : -1;
        var label = colon > 0 ? Of(sentence.Slice(sentence.Folded.AsSpan(0, colon).LastIndexOf(';') + 1, colon)) : "";
        return label.Length > 0 && !IsNothing(label) ? label
            : heading is { Length: > 0 and < Longest } && Of(heading) is { Length: > 0 } above ? above
            : title ?? (own.Length > 0 ? own : Of(clauses[k].Words));
    }

    /// <summary>"Về các mô hình: tỷ lệ gia đình đạt …": a label says less than what stands behind it, where that names whom it counts.</summary>
    private static string Labelled(string own) =>
        own.LastIndexOf(':') is > 0 and var colon && !Within.IsMatch(Folding.Fold(own[(colon + 1)..])) && TargetWords.Whom(Plain(own[(colon + 1)..].Trim())) is { Found: true }
            ? own[(colon + 1)..].Trim()
            : own;

    private static MappedText Plain(string words) => new(words, new int[words.Length], new int[words.Length]);

    /// <summary>"98,9 % (15-25 tuổi) và 96,1 % (15-60 tuổi)": the bracket behind a figure says of whom, where it names no year.</summary>
    private static string InBrackets(MappedText sentence, TargetClause clause) =>
        Bracket.Match(sentence.Folded[clause.Figure.End..]) is { Success: true } match && !IsNothing(match.Groups[1].Value)
            ? " " + sentence.Text.Substring(clause.Figure.End + match.Index, match.Length).Trim()
            : "";

    /// <summary>A measure without such a bracket of the figure before.</summary>
    private static string Own(string measure) => measure.EndsWith(')') && measure.LastIndexOf(" (", StringComparison.Ordinal) is > 0 and var open ? measure[..open] : measure;

    /// <summary>"9/10 thôn (tỷ lệ 90 %) đạt danh hiệu …": what is said of them stands behind the bracket.</summary>
    private static string BehindBracket(MappedText sentence, TargetClause clause)
    {
        if (!clause.Trailing || clause.End >= sentence.Length || sentence.Text[clause.End - 1] != ')' || Behind.Match(sentence.Folded[clause.End..]) is not { Success: true } said)
        {
            return "";
        }

        return " " + Of(sentence.Slice(clause.End + 1, clause.End + said.Length));
    }

    /// <summary>"cán bộ, công chức, viên chức đạt …": where a clause ends at a comma, words for the same kind of people behind it are still its own.</summary>
    private static MappedText Whole(MappedText sentence, IReadOnlyList<TargetClause> clauses, int k)
    {
        var (start, end) = (clauses[k].Figure.End, clauses[k].End);
        var limit = k + 1 < clauses.Count ? clauses[k + 1].Figure.Start : sentence.Length;
        while (end < limit && sentence.Text[end] == ',' && Subjects.Find(sentence.Slice(start, end), true) is { Kind: HeadKind.Known } one)
        {
            var stop = sentence.Folded.AsSpan(end + 1, limit - end - 1).IndexOfAny(',', ';');
            if (clauses[k].HasVerb || Subjects.Find(sentence.Slice(end + 1, limit), true) is not { Kind: HeadKind.Known, Start: <= 1 } two || two.Subject != one.Subject)
            {
                break;
            }

            end = stop < 0 ? limit : end + 1 + stop;
        }

        // "85 % hộ đạt danh hiệu …, riêng thị trấn Phố Mới đạt 90 %": what opens the next figure is no part of it.
        var own = end == clauses[k].End ? clauses[k].Words : sentence.Slice(start, end);
        return ForOthers.Match(own.Folded) is { Success: true } next ? own.Slice(0, next.Index) : own;
    }

    /// <summary>Words as a measure: without what stands at their ends and says only how much and when.</summary>
    public static string Of(MappedText words) => Of(words.Text);

    /// <inheritdoc cref="Of(MappedText)" />
    public static string Of(string words)
    {
        words = words.Length <= LongestRead ? words : words[..LongestRead];
        var folded = Folding.Fold(words);
        var opening = Opening.Match(folded).Value;
        var (start, end) = (Verbs.IsMatch(opening) && folded[opening.Length..].StartsWith('c') ? 0 : opening.Length, words.Length);
        var (cut, cuts) = (true, 0);
        while (cut && end > start && cuts++ < MostCuts)
        {
            cut = false;
            foreach (var (form, unless, may) in Tails)
            {
                var left = folded[start..end];
                if (left.Length > 0 && may?.Invoke(left) is not false && form.Match(left) is { Success: true, Length: > 0 } match && unless?.IsMatch(left) is not true)
                {
                    var at = match.Groups["cut"] is { Success: true } part ? part.Index : match.Index;
                    // "Huổi Tăng": a name is no verb.
                    var verb = words.AsSpan(start + at, left.Length - at).TrimStart(" ,:;(-");
                    if (at == 0 || (verb is not [>= 'A' and <= 'Z' or 'Đ', ..] && !IsANoun(verb)))
                    {
                        (end, cut) = (start + at, true);
                    }
                }
            }
        }

        var text = words[Math.Min(start, end)..end].Trim(' ', ',', ';', '.', ':');
        return text.Length <= Longest ? text : text[..Longest].TrimEnd() + "…";
    }

    /// <summary>"bảo tàng", "kỹ năng": without their marks the words would be verbs.</summary>
    private static bool IsANoun(ReadOnlySpan<char> word) => word is "tàng" or "tầng" or "tạng" or "tảng" or "năng" or "nặng" or "nắng";

    /// <summary>"05 xã đạt …, 08 xã": nothing else is said of the second; "mỗi chi hội có 80 hội viên": a bare noun says too little.</summary>
    private static string Counted(MappedText sentence, IReadOnlyList<TargetClause> clauses, int k, string own, PlanTarget? parent)
    {
        if (own.Length >= ShortestCount)
        {
            return own;
        }

        var same = clauses.Skip(k + 1).Take(MostAlike).TakeWhile(c => c.Figure.Unit == "count").Select(c => Of(c.Words)).Prepend(parent?.Measure ?? "");
        if (same.FirstOrDefault(w => w.Length > own.Length && w.StartsWith(own + " ", StringComparison.OrdinalIgnoreCase)) is { } whole)
        {
            return whole;
        }

        var from = k == 0 ? 0 : Math.Min(clauses[k - 1].Figure.End, clauses[k].Figure.Start);
        var cut = sentence.Folded.AsSpan(from, clauses[k].Figure.Start - from).LastIndexOfAny(',', ';');
        var before = k > 0 && cut < 0 ? "" : Of(sentence.Slice(from + cut + 1, clauses[k].Figure.Start));
        before = k > 0 && clauses[k - 1].Figure.Unit == "count" && IsNothing(before) ? parent?.Measure ?? "" : before;
        return before.Contains($" {own}", StringComparison.OrdinalIgnoreCase) ? before // "Số huyện được công nhận: 2026 (3 huyện)"
            : IsNothing(before) || before.Length > LongestAside ? own
            : $"{own} ({before})";
    }

    /// <summary>The nearest words over a column, or beside a row, that say more than a year; null where none do.</summary>
    public static string? OfCells(IEnumerable<MappedText> cells) => cells.Reverse().Select(c => Of(c)).FirstOrDefault(w => w.Any(char.IsLetter) && !IsNothing(w));

    private static bool EndsInAVerb(string words) => LastWords.GetAlternateLookup<ReadOnlySpan<char>>().Contains(words.AsSpan(words.AsSpan().LastIndexOfAny(" ,:;(-") + 1));

    private static bool EndsInADigit(string words) => char.IsAsciiDigit(words[^1]) || words[^1] == ')';

    private static bool IsNothing(string words) => Nothing.IsMatch(Folding.Fold(words));
}
