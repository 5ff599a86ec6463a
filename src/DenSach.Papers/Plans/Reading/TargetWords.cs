using DenSach.Papers.Plans.Reading.Heads;

namespace DenSach.Papers.Plans.Reading;

/// <summary>Whom a figure counts, by the words of its clause or cell.</summary>
/// <param name="Subject">Whom; <see cref="PlanSubject.Other"/> where not found.</param>
/// <param name="Title">The title to be held.</param>
/// <param name="Context">The title of the holders counted.</param>
/// <param name="Found">Whether the words name whom they count.</param>
/// <param name="Head">What the words open with.</param>
internal readonly record struct WhomCounted(PlanSubject Subject, string? Title, string? Context, bool Found, HeadKind Head = HeadKind.Known)
{
    /// <summary>The words open with a noun that is not known: nobody else is to be put in its place.</summary>
    public bool IsUnknown => !Found && Head == HeadKind.Unknown;
}

/// <summary>Subject, title held, and title of the holders counted, from the words that belong to a figure.</summary>
internal static class TargetWords
{
    private static readonly Pattern Held = Pattern.Of(
        @"\b(dat|cong nhan|giu vung|duy tri|xep loai|danh gia|tro thanh)( (la|dat|va|giu vung|duy tri|cac|chuan|tieu chuan|tieu chi|danh hieu|mo hinh|loai|muc|tot|kha|xuat sac|moi|lai|cong nhan|danh gia|xep loai|xet|duoc))*,? *:? *""? *"
            + $@"{Titles.Form}\b"
    );
    private static readonly Pattern EachItsOwn = Pattern.Of(
        @"\b(dat|cong nhan|giu vung|xep loai)\b[^;:.%]{0,40}\b(danh hieu|mo hinh)( [^;:.%]{0,60})? hoc tap\b|\bcac (danh hieu|mo hinh)( [^;:.%]{0,60})? hoc tap\b|\bdanh hieu tuong ung\b"
    );

    // "tổ chức đăng ký xây dựng các mô hình học tập": they do not hold it yet.
    private static readonly Pattern SignUp = Pattern.Of(@"\b(dang ky|tuyen truyen|pho bien|tap huan|huong dan)\b[^;:.%]{0,40}\bcac (danh hieu|mo hinh)\b");
    private static readonly Pattern AnyTitle = Pattern.Of($"\\b{Titles.Form}\\b");
    private static readonly Pattern OfHolders = Pattern.Of(
        "^[\" ,]*((de|deu|da|phai|can) )*(co|duoc|su dung|thanh thao|tham gia|biet|ung dung|dap ung|hoan thanh|thuong xuyen|dat (duoc )?(cac )?(ky nang|chuan ky nang|yeu cau|trinh do|nang luc))\\b"
    );
    private static readonly Pattern Holders = Pattern.Of("^cong dan hoc tap\"? (co|su dung|biet|thanh thao)\\b");
    private static readonly Pattern Named = Pattern.Of($"^(?:(?:so )?ho )?\"?{Titles.Form}\\b");
    private static readonly Pattern Learning = Pattern.Of(
        @"^ (suot doi|thuong xuyen|tai|o (cac |mot )*(trung tam|truong|lop|co so|nha|thu vien|noi)|bang|qua|ve|ky nang|nghe|them [a-z]|de|tot|cong dong)\b"
    );
    private static readonly Pattern Group = Pattern.Of("^\"? (trong|o) (doi ngu |so |cac )?");
    private static readonly Pattern Recognised = Pattern.Of("^ ?(da )?duoc (danh gia, )?(xet )?(cong nhan|xep loai)\\b");
    private static readonly Pattern HolderTitle = Pattern.Of(Titles.Form + "$");

    public static WhomCounted Whom(MappedText words, bool behindFigure = false)
    {
        var head = Subjects.Find(words, behindFigure);
        (PlanSubject Subject, int Start, int End)? opening = head.Kind == HeadKind.Known ? (head.Subject, head.Start, head.End) : null;
        if (opening is { Subject: PlanSubject.CitizenWithTitle } holders)
        {
            var name = HolderTitle.Match(words.Folded[holders.Start..holders.End]);
            var title = name.Success ? Titles.Name(name.Groups[1].Value) : Titles.Of(PlanSubject.Citizen);
            return OfHolders.IsMatch(words.Folded[holders.End..]) || (!name.Success && words.Folded.AsSpan(holders.End).StartsWith(","))
                ? new(PlanSubject.CitizenWithTitle, null, title, true)
                : new(PlanSubject.Citizen, title, null, true);
        }

        if (opening is { Subject: PlanSubject.Citizen } citizens && Holders.IsMatch(words.Folded[citizens.Start..]))
        {
            return new(PlanSubject.CitizenWithTitle, null, "Công dân học tập", true);
        }

        // "Gia đình học tập đạt 75 %", or a cell that holds the name alone.
        if (opening is { } named && Named.Match(words.Folded[named.Start..]) is { Success: true } bare && !Learning.IsMatch(words.Folded[(named.Start + bare.Length)..]))
        {
            // "tỷ lệ công dân học tập trong cán bộ, công chức": the share of a group that holds it.
            var title = Titles.Name(bare.Groups[1].Value);
            var group = Group.Match(words.Folded[(named.Start + bare.Length)..]) is { Success: true } among
                ? Subjects.Opening(words.Slice(named.Start + bare.Length + among.Length))
                : null;
            var subject = group is { } some && Titles.Of(some.Subject) == title ? some.Subject : named.Subject;
            return new(subject, title, null, true);
        }

        var counted = opening?.Subject ?? PlanSubject.Other;
        return new(counted, TitleFor(counted, words), null, opening is not null, head.Kind);
    }

    /// <summary>Those named before their figure hold a title, and the words behind it say what else they do.</summary>
    public static bool AreHolders(WhomCounted named, MappedText words) =>
        named is { Subject: PlanSubject.Citizen, Title: not null } && OfHolders.IsMatch(words.Folded) && !Recognised.IsMatch(words.Folded);

    /// <summary>
    /// The title that the words give to those counted. Where they list several, or only say "danh hiệu học tập",
    /// each kind of subject takes its own.
    /// </summary>
    public static string? TitleFor(PlanSubject subject, MappedText words)
    {
        if (Held.Match(words.Folded) is { Success: true } held)
        {
            var own = Titles.Of(subject);
            var listed = AnyTitle.Matches(words.Folded[held.Groups[^1].Index..]).Select(m => Titles.Name(m.Groups[1].Value)).ToList();
            return own is not null && listed.Count > 1 && listed.Contains(own) ? own : Titles.Name(held.Groups[^1].Value);
        }

        return EachItsOwn.IsMatch(words.Folded) && !SignUp.IsMatch(words.Folded) ? Titles.Of(subject) : null;
    }
}
