using System.Text.RegularExpressions;

namespace DenSach.Papers.Plans.Reading;

/// <summary>The learning titles, by their canonical names.</summary>
internal static class Titles
{
    /// <summary>Folded words of any learning title, for use inside larger patterns.</summary>
    public const string Form = "(gia dinh|dong ho|cong dong|don vi|cong dan|huyen|tinh|thanh pho|xa|phuong|thi tran|quan|thi xa) hoc tap";

    private static readonly Pattern Mention = Pattern.Of($"\\b{Form}\\b");
    private static readonly Pattern GlobalCity = Pattern.Of("^ ?(toan cau|cua unesco)");
    private static readonly Pattern Naming = Pattern.Of("(danh hieu|cong nhan|mo hinh|tieu chi|xep loai|\") ?(cong nhan )?\"? ?$");

    private static readonly (string Folded, string Name)[] Canonical =
    [
        ("gia dinh", "Gia đình học tập"),
        ("dong ho", "Dòng họ học tập"),
        ("cong dong", "Cộng đồng học tập"),
        ("don vi", "Đơn vị học tập"),
        ("cong dan", "Công dân học tập"),
        ("huyen", "Huyện học tập"),
        ("tinh", "Tỉnh học tập"),
        ("thanh pho", "Thành phố học tập"),
        ("xa", "Xã học tập"),
        ("phuong", "Phường học tập"),
        ("thi tran", "Thị trấn học tập"),
        ("quan", "Quận học tập"),
        ("thi xa", "Thị xã học tập"),
    ];

    private const int FiveModels = 5;

    /// <summary>"gia dinh" → "Gia đình học tập".</summary>
    public static string Name(string foldedSubject) => Canonical.First(c => c.Folded == foldedSubject).Name;

    /// <summary>The title that such a subject can hold, or null.</summary>
    public static string? Of(PlanSubject subject) =>
        subject switch
        {
            PlanSubject.Household => "Gia đình học tập",
            PlanSubject.Clan => "Dòng họ học tập",
            PlanSubject.Hamlet or PlanSubject.Commune => "Cộng đồng học tập",
            PlanSubject.Organisation or PlanSubject.School or PlanSubject.Enterprise => "Đơn vị học tập",
            PlanSubject.Citizen or PlanSubject.Adult or PlanSubject.Worker or PlanSubject.Official or PlanSubject.WorkingAge => "Công dân học tập",
            PlanSubject.District => "Huyện học tập",
            PlanSubject.Province => "Tỉnh học tập",
            _ => null,
        };

    /// <summary>All titles that the texts name, in the canonical order.</summary>
    public static IReadOnlyList<string> In(IEnumerable<MappedText> texts)
    {
        var found = new HashSet<string>(StringComparer.Ordinal);
        foreach (var text in texts)
        {
            foreach (Match match in Mention.Matches(text.Folded))
            {
                var subject = match.Groups[1].Value;
                var model = Array.FindIndex(Canonical, c => c.Folded == subject) < FiveModels;
                var named = model || char.IsUpper(text.Text[match.Index]) || Naming.IsMatch(text.Folded[Math.Max(0, match.Index - 20)..match.Index]);
                if (named && !GlobalCity.IsMatch(text.Folded[(match.Index + match.Length)..]))
                {
                    found.Add(Name(subject));
                }
            }
        }

        return [.. Canonical.Select(c => c.Name).Where(found.Contains)];
    }
}
