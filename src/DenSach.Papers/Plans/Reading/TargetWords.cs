namespace DenSach.Papers.Plans.Reading;

/// <summary>Whom a figure counts, by the words of its clause or cell.</summary>
/// <param name="Subject">Whom; <see cref="PlanSubject.Other"/> where not found.</param>
/// <param name="Title">The title to be held.</param>
/// <param name="Context">The title of the holders counted.</param>
/// <param name="Found">Whether the words name whom they count.</param>
internal readonly record struct WhomCounted(PlanSubject Subject, string? Title, string? Context, bool Found);

/// <summary>Subject, title held, and title of the holders counted, from the words that belong to a figure.</summary>
internal static class TargetWords
{
    private static readonly Pattern Held = Pattern.Of(
        $"\\b(dat|duoc cong nhan|cong nhan|giu vung|duy tri)( la| dat| va giu vung)*( cac)?( chuan| tieu chuan| tieu chi| danh hieu| mo hinh)* *:? *\"? *{Titles.Form}\\b"
    );
    private static readonly Pattern EachItsOwn = Pattern.Of(@"\b(cac )?(danh hieu|mo hinh) hoc tap\b|\bcac danh hieu tuong ung\b");
    private static readonly Pattern AnyTitle = Pattern.Of($"\\b{Titles.Form}\\b");
    private static readonly Pattern OfHolders = Pattern.Of("^[\" ,]*(de |deu |da )?(co|duoc|su dung|thanh thao|tham gia|biet|ung dung|dap ung)\\b");
    private static readonly Pattern Holders = Pattern.Of("^cong dan hoc tap\"? (co|su dung|biet|thanh thao)\\b");
    private static readonly Pattern Named = Pattern.Of($"^{Titles.Form}( ?([\",;.:(%/0-9]|$)| (dat|den|nam|tu|la|va|tang|cac|trong|hang|moi|giai|chiem|phai|co) )");
    private static readonly Pattern HolderTitle = Pattern.Of(Titles.Form + "$");

    public static WhomCounted Whom(MappedText words)
    {
        var opening = Subjects.Opening(words);
        if (opening is { Subject: PlanSubject.CitizenWithTitle } holders)
        {
            var name = HolderTitle.Match(words.Folded[holders.Start..holders.End]);
            var title = Titles.Name(name.Groups[1].Value);
            return OfHolders.IsMatch(words.Folded[holders.End..]) ? new(PlanSubject.CitizenWithTitle, null, title, true) : new(PlanSubject.Citizen, title, null, true);
        }

        if (opening is { Subject: PlanSubject.Citizen } citizens && Holders.IsMatch(words.Folded[citizens.Start..]))
        {
            return new(PlanSubject.CitizenWithTitle, null, "Công dân học tập", true);
        }

        // "Gia đình học tập đạt 75 %", or a cell that holds the name alone.
        if (opening is { } named && Named.Match(words.Folded[named.Start..]) is { Success: true } bare)
        {
            return new(opening.Value.Subject, Titles.Name(bare.Groups[1].Value), null, true);
        }

        var subject = opening?.Subject ?? PlanSubject.Other;
        return new(subject, TitleFor(subject, words), null, opening is not null);
    }

    /// <summary>
    /// The title that the words give to those counted. Where they list several, or only say "danh hiệu học tập",
    /// each kind of subject takes its own.
    /// </summary>
    public static string? TitleFor(PlanSubject subject, MappedText words)
    {
        if (Held.Match(words.Folded) is { Success: true } held)
        {
            var own = Titles.Of(subject);
            var listed = AnyTitle.Matches(words.Folded[held.Groups[5].Index..]).Select(m => Titles.Name(m.Groups[1].Value)).ToList();
            return own is not null && listed.Count > 1 && listed.Contains(own) ? own : Titles.Name(held.Groups[5].Value);
        }

        return EachItsOwn.IsMatch(words.Folded) ? Titles.Of(subject) : null;
    }
}
