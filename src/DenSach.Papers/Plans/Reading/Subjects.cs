using DenSach.Papers.Plans.Reading.Heads;

namespace DenSach.Papers.Plans.Reading;

/// <summary>
/// Tells whom a phrase counts by its head: the first noun, past what says how many and which. What follows it is its modifier: "cán bộ, công chức trong các đơn vị"
/// counts officials, not units. Only people are told apart by what follows: their age, whether they can read, whether they hold a title.
/// </summary>
internal static class Subjects
{
    private const int MostWords = 60;
    private const int LongestPhrase = 200;
    private const string Persons = "(nguoi( dan)?|ca nhan|cong dan|dan so|nhan dan)";

    private static readonly Pattern Holders = Pattern.Of(
        $"^{Persons}( da)?( duoc)?( xet)?( cong nhan)?( la)? ?(dat|duoc cong nhan|cong nhan|danh hieu|co danh hieu|giu danh hieu|mang danh hieu)( dat)?( la)?( danh hieu)?( mo hinh)? *\"? *({Titles.Form}\\b|(danh hieu )?(nay|tren|do|neu tren)\\b)"
    );
    private static readonly Pattern HoldersOfIt = Pattern.Of(
        $"^{Persons}( da)?( duoc)?( cong nhan)? ?(dat|co|giu|mang) danh hieu *(?<close>[,;:]|$|((deu|phai|da|can) )*(co|su dung|thanh thao|biet|tham gia|dap ung|thuong xuyen)\\b)|^(nguoi|cong dan)( da)? duoc cong nhan *(?<close>[,;])"
    );
    private static readonly Pattern Recognised = Pattern.Of($"^{Persons}( da)? duoc cong nhan (co|su dung|thanh thao|biet|tham gia|dap ung|hoan thanh|thuong xuyen|duy tri)\\b");
    private static readonly Pattern OfAge = Pattern.Of(
        @"^((dan so|nguoi( dan)?|dan cu|phu nu|nhan dan|nam gioi)( (thuoc |la |trong |o )?(nguoi )?(dan toc thieu so|kinh|(dan toc )?(khmer|mong|thai|tay|nung|dao|hoa|cham|muong|e de|ede|gia rai|ba na|san diu|co tu|k ho|raglai)))? )?((tai )?(biet|mu) chu )?(muc do \d )?((trong |o |thuoc )?(cac )?(do|nhom) tuoi( tu)?( du)? (1[5-9] ?(-|den|tro len)|[2-6]\d ?(-|den))|tu (du )?15( tuoi)?( (tro len|den)|\b)|tu (du )?1[5-9] (-|den) (het )?\d{2} tuoi|(tu )?1[5-9] ?- ?\d{2} tuoi)"
    );
    private static readonly Pattern LiteracyOfAge = Pattern.Of(
        @"^[^%;:,]{0,80}\b(biet|mu) chu\b[^%;:,]{0,60}\bdo tuoi( tu)? 1[5-9]\b|^[^%;:,]{0,60}\bdo tuoi( tu)? 1[5-9]\b[^%;:]{0,40}\bbiet chu\b"
    );
    private static readonly Pattern AsVerb = Pattern.Of(
        @"^(tot|cho|duoc|it nhat|toi thieu|thuc hien|trien khai|hoc tap|danh gia|tap huan|\d|cac (lop|buoi|hoi|khoa|cuoc|hoat dong)|lop|hoi|ngay|le|buoi|cuoc|su kien|sinh hoat|giao luu|thi|day|hoc|tuyen truyen|gap mat|binh xet|dang ky|kiem tra|so ket|tong ket)\b"
    );

    // "tỉnh đặt mục tiêu năm 2025 có 80 % …": who sets the goal is not who is counted.
    private static readonly Pattern SetsGoals = Pattern.Of(
        "^( (se|cung|tiep tuc|da))*( (dat( ra)?|de ra|xac dinh)( cac| nhung)? (muc tieu|chi tieu)\\b| phan dau (den|dat|co|nam|trong)\\b)"
    );
    private static readonly Pattern AreMembers = Pattern.Of(@"^( tro len)?( (toan|cua|trong|o) [^,;.%]{1,40})? la (can bo, )?hoi vien( (cua )?(hoi )?khuyen hoc| hkh|[,;.]|$)");
    private static readonly Pattern Among = Pattern.Of(@"^(, | va |, va | hoac )(cac |nhung )*");

    /// <summary>The noun a phrase opens with and where it ends; null where it opens with none that is known.</summary>
    public static (PlanSubject Subject, int Start, int End)? Opening(MappedText phrase, bool behindFigure = false) =>
        Find(phrase, behindFigure) is { Kind: HeadKind.Known } head ? (head.Subject, head.Start, head.End) : null;

    /// <summary>What a phrase opens with.</summary>
    /// <param name="phrase">The words of a clause, a label, a cell.</param>
    /// <param name="behindFigure">They follow their figure, so that a verb is a predicate and leads to no noun.</param>
    public static Head Find(MappedText phrase, bool behindFigure = false)
    {
        var words = WordList.Of(phrase, MostWords);
        for (var at = 0; at < words.Count; )
        {
            if (!words.Opens(at) && !(at > 0 && words.Adjoins(at)))
            {
                return default;
            }

            if (At(phrase, words, at) is { } head)
            {
                return head;
            }

            var pass = HeadWords.IsNumber(words, at) ? 1 : HeadWords.Pass(words, at, behindFigure);
            if (pass == 0)
            {
                var kind =
                    !HeadWords.IsVerb(words, at) ? HeadKind.Unknown
                    : at + 1 < words.Count ? HeadKind.Predicate
                    : HeadKind.None;
                return new(kind, PlanSubject.Other, words.Start(at), words.End(at));
            }

            at += pass;
        }

        return default;
    }

    private static Head? At(MappedText phrase, WordList words, int at)
    {
        var start = words.Start(at);
        var folded = phrase.Folded[start..Math.Min(phrase.Length, start + LongestPhrase)];
        if (Holders.Match(folded) is { Success: true } holders)
        {
            return new(HeadKind.Known, PlanSubject.CitizenWithTitle, start, start + holders.Length);
        }

        if (HoldersOfIt.Match(folded) is { Success: true } ofIt)
        {
            return new(HeadKind.Known, PlanSubject.CitizenWithTitle, start, start + ofIt.Groups["close"].Index);
        }

        if (Recognised.Match(folded) is { Success: true } recognised)
        {
            return new(HeadKind.Known, PlanSubject.CitizenWithTitle, start, start + recognised.Groups[^1].Index - 1);
        }

        if (TermIndex.At(words, at) is not { } term)
        {
            return OfAge.Match(folded) is { Success: true } age ? new(HeadKind.Known, PlanSubject.Population15Plus, start, start + age.Length) : null;
        }

        var end = words.End(at + term.Words - 1);
        if (term.Kind != HeadKind.Known)
        {
            return new(term.Kind, PlanSubject.Other, start, end);
        }

        var behind = phrase.Folded[end..Math.Min(phrase.Length, end + LongestPhrase)];
        if (term.Subject is PlanSubject.Province or PlanSubject.District or PlanSubject.Commune && SetsGoals.IsMatch(behind))
        {
            return new(HeadKind.None, PlanSubject.Other, start, end);
        }

        if (term.Subject == PlanSubject.Organisation && phrase.Folded[start..end] == "to chuc" && AsVerb.IsMatch(behind.TrimStart()))
        {
            return null;
        }

        // A list of schools or enterprises with offices among them is one of organisations.
        if (
            term.Subject is PlanSubject.School or PlanSubject.Enterprise
            && Among.Match(behind) is { Success: true } and
            && WordList.Of(phrase.Slice(end + and.Length), 8) is { Count: > 0 } rest
            && TermIndex.At(rest, 0) is { Subject: PlanSubject.Organisation }
        )
        {
            return new(HeadKind.Known, PlanSubject.Organisation, start, end);
        }

        // "30 % dân số là hội viên": the members, as a share of the people.
        if (term.Subject is PlanSubject.Citizen or PlanSubject.Population or PlanSubject.Adult && AreMembers.IsMatch(behind))
        {
            return new(HeadKind.Known, PlanSubject.AssociationMember, start, end);
        }

        if (term.Subject is PlanSubject.Citizen or PlanSubject.Population or PlanSubject.Other && (OfAge.IsMatch(folded) || LiteracyOfAge.IsMatch(folded)) && IsPeople(folded))
        {
            return new(HeadKind.Known, PlanSubject.Population15Plus, start, start + Math.Max(end - start, OfAge.Match(folded).Length));
        }

        return new(HeadKind.Known, term.Subject, start, end);
    }

    private static bool IsPeople(string folded) =>
        folded.StartsWith("nguoi", StringComparison.Ordinal)
        || folded.StartsWith("dan ", StringComparison.Ordinal)
        || folded.StartsWith("dong bao", StringComparison.Ordinal)
        || folded.StartsWith("phu nu", StringComparison.Ordinal)
        || folded.StartsWith("nhan dan", StringComparison.Ordinal)
        || folded.StartsWith("tong dan", StringComparison.Ordinal);
}
