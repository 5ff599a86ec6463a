namespace DenSach.Papers.Plans.Reading;

/// <summary>Whom a figure counts, by the words of its clause or cell.</summary>
internal readonly record struct WhomCounted(PlanSubject Subject, string? Title, string? Context, bool Found);

/// <summary>Subject, title held, and title of the holders counted, from the words that belong to a figure.</summary>
internal static class TargetWords
{
    private static readonly Pattern Held = Pattern.Of(
        $"\\b(dat|duoc cong nhan|cong nhan|giu vung|duy tri)( la| dat| va giu vung)*( chuan| tieu chuan| tieu chi| danh hieu| mo hinh)* *:? *\"? *{Titles.Form}\\b"
    );
    private static readonly Pattern OfHolders = Pattern.Of("^[\" ,]*(de |deu |da )?(co|duoc|su dung|thanh thao|tham gia|biet|ung dung|dap ung)\\b");
    private static readonly Pattern Named = Pattern.Of($"^{Titles.Form} ?(\"|$|[,;.:(%]|dat )");
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

        // "Gia đình học tập đạt 75 %", or a cell that holds the name alone.
        if (opening is { } named && Named.Match(words.Folded[named.Start..]) is { Success: true } bare)
        {
            return new(opening.Value.Subject, Titles.Name(bare.Groups[1].Value), null, true);
        }

        var held = Held.Match(words.Folded);
        return new(opening?.Subject ?? PlanSubject.Other, held.Success ? Titles.Name(held.Groups[4].Value) : null, null, opening is not null);
    }
}
