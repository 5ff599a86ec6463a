using System.Globalization;
using DenSach.Modules.Areas;
using DenSach.Papers.Plans;
using DenSach.Platform.Errors;
using DenSach.Platform.Text;

namespace DenSach.Modules.Plans;

/// <summary>What people call the parts of a plan. Names are data and stay Vietnamese; the words of subjects are keys of the resource file.</summary>
public static class PlanWords
{
    /// <summary>"danh hiệu", folded.</summary>
    private const string Title = "danh hieu";

    /// <summary>The learning titles, as plans name them.</summary>
    public static IReadOnlyList<string> LearningTitles { get; } = ["Gia đình học tập", "Dòng họ học tập", "Cộng đồng học tập", "Đơn vị học tập", "Công dân học tập"];

    /// <summary>"Kế hoạch số 38/KH-UBND ngày 23/9/2022", or by issuer and month where the number is blank.</summary>
    public static string NameOf(Plan plan) => NameOf(plan.Number, plan.IssuedOn, plan.IssuedPartial, plan.Issuer);

    /// <summary>The same of what a list reads of it.</summary>
    public static string NameOf(string? number, DateOnly? issuedOn, string? partial, string? issuer) =>
        number is not null
            ? $"Kế hoạch số {number}{(issuedOn is { } day ? $" ngày {day.Written()}" : "")}"
            : $"Kế hoạch{(issuer is null ? "" : $" của {issuer}")}{(IssuedOf(issuedOn, partial) is { } when ? $", {when}" : "")}";

    /// <summary>Where a round under the plan is opened: its commune, in time for its next report.</summary>
    public static string RoundUrl(Plan plan, DateOnly today) => $"/dot/mo?ke-hoach={plan.Id}&xa={plan.AreaId}{(plan.NextReport(today) is { } due ? $"&han={due.Iso()}" : "")}";

    /// <summary>A phrase of the plan cut between two words; the whole stands in the text.</summary>
    public static string Short(string words, int longest = 90) =>
        words.Length <= longest ? words : words[..(words.LastIndexOf(' ', longest) is > 0 and var space ? space : longest)].TrimEnd(',', ';', ' ') + "…";

    /// <summary>What a target measures, said once and whole: its own words, with the title to be held where these do not name it.</summary>
    public static string Measured(PlanTarget target) => Measured(target, target.Measure);

    /// <param name="target">The target.</param>
    /// <param name="measure">Its measure, where that is known in full.</param>
    public static string Measured(PlanTarget target, string measure)
    {
        if (target.Title is not { } title)
        {
            return measure;
        }
        var (said, named) = (SearchKey.Of(measure), SearchKey.Of(title));
        return said == named || said.Length == 0 ? $"{Of(target.Subject)} đạt danh hiệu “{title}”"
            : said.Contains(named, StringComparison.Ordinal) ? measure
            : !said.Contains(Title, StringComparison.Ordinal) ? $"{measure} đạt danh hiệu “{title}”"
            : SaysInTurn(said, named) ? measure
            : said.EndsWith(Title, StringComparison.Ordinal) ? $"{measure} “{title}”"
            : $"{measure} (“{title}”)";
    }

    /// <summary>"Dòng họ đạt danh hiệu học tập" names the title "Dòng họ học tập" too, its words apart.</summary>
    private static bool SaysInTurn(string said, string named)
    {
        var left = named.Split(' ').AsSpan();
        foreach (var word in said.Split(' '))
        {
            left = left.Length > 0 && left[0] == word ? left[1..] : left;
        }
        return left.IsEmpty;
    }

    /// <summary>A measure that was cut short is taken whole from the text, where that was loaded with the plan; its figure stands before it there, and is left out.</summary>
    public static string WholeMeasure(Plan plan, PlanTarget target)
    {
        if (!target.Measure.EndsWith('…') || plan.Received is not { } text || !target.HasSpan || target.SpanEnd > text.Text.Length)
        {
            return target.Measure;
        }
        var said = string.Join(' ', text.Text[target.SpanStart..target.SpanEnd].Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        var from = said.IndexOf(target.Measure.TrimEnd('…', ' '), StringComparison.OrdinalIgnoreCase);
        return from < 0 ? target.Measure : said[from..].Trim(' ', ';', ',', '.');
    }

    /// <summary>Why the words of a field cannot be taken, or null.</summary>
    public static Problem? Fault(string? words, string missing, string field) =>
        string.IsNullOrWhiteSpace(words) ? Problem.Invalid("plans.words_missing", missing, field)
        : words.Length > PlanItem.LongestWords
            ? Problem.Invalid("plans.words_long", $"Ô này dài {words.Length} ký tự, nhiều nhất là {PlanItem.LongestWords}: hãy viết ngắn lại.", field)
        : null;

    /// <summary>"2026–2030", "2027"; null where the plan names no years.</summary>
    public static string? PeriodOf(int? first, int? last) =>
        first is null ? null
        : first == last ? $"{first}"
        : $"{first}–{last}";

    public static string? NumberOf(Plan plan) => plan.Number ?? (plan.NumberSuffix is { } suffix ? $"……{suffix} (bản nhận được để trống số)" : null);

    public static string? IssuedOf(Plan plan) => IssuedOf(plan.IssuedOn, plan.IssuedPartial);

    private static string? IssuedOf(DateOnly? issuedOn, string? partial) =>
        issuedOn is { } day ? day.Written()
        : partial?.Split('-') is [var year, var month] ? $"tháng {month.TrimStart('0')}/{year}"
        : partial is { } only ? $"năm {only}"
        : null;

    public static string? SignerOf(Plan plan) =>
        string.Join(", ", new[] { plan.SignerAuthority, plan.SignerPosition, plan.SignerName }.Where(part => !string.IsNullOrWhiteSpace(part))) is { Length: > 0 } signer
            ? signer
            : null;

    /// <summary>Whose figure in a table it is, in the words of the plan.</summary>
    public static string ScopeOf(PlanTarget target) =>
        target.Scope switch
        {
            PlanTarget.Government => "Chính phủ giao",
            PlanTarget.Achieved => "kết quả đã đạt",
            ScopeTable.Province => "chỉ tiêu của tỉnh",
            var words => words ?? "",
        };

    /// <summary>Where there is no file to show: how the words came. Keys of the resource file.</summary>
    public static string Of(PlanCameAs? how) =>
        how switch
        {
            PlanCameAs.File => "Tệp đã nhận",
            PlanCameAs.Pasted => "Dán vào dưới dạng chữ, không kèm tệp",
            PlanCameAs.Program => "Một phần mềm khác gửi sang dưới dạng chữ, không kèm tệp",
            PlanCameAs.Demo => "Văn bản thật, có sẵn trong bộ dữ liệu dùng thử dưới dạng chữ",
            _ => "Nạp từ trước khi hệ thống giữ tệp gốc: chỉ còn toàn văn",
        };

    /// <summary>"45 KB", "1,2 MB".</summary>
    public static string SizeOf(int bytes) => bytes < 1 << 20 ? $"{Math.Max(1, bytes >> 10)} KB" : $"{bytes / (double)(1 << 20):0.#} MB";

    public static string Of(PlanMentionKind kind) =>
        kind switch
        {
            PlanMentionKind.Agency => "Cơ quan được giao việc",
            PlanMentionKind.Title => "Danh hiệu",
            PlanMentionKind.Award => "Hình thức khen thưởng",
            _ => "Nơi nhận",
        };

    public static string Of(PlanSubject subject) =>
        subject switch
        {
            PlanSubject.Household => "Gia đình",
            PlanSubject.Clan => "Dòng họ",
            PlanSubject.Hamlet => "Thôn, bản",
            PlanSubject.Organisation => "Cơ quan, đơn vị",
            PlanSubject.Citizen => "Người dân",
            PlanSubject.Adult => "Người lớn",
            PlanSubject.Worker => "Người lao động",
            PlanSubject.Official => "Cán bộ, công chức, viên chức",
            PlanSubject.CitizenWithTitle => "Người đã đạt danh hiệu",
            PlanSubject.AssociationMember => "Cán bộ, hội viên Hội Khuyến học",
            PlanSubject.AssociationLeader => "Lãnh đạo Hội Khuyến học",
            PlanSubject.PromotionStaff => "Cán bộ làm công tác khuyến học",
            PlanSubject.Commune => "Xã, phường",
            PlanSubject.District => "Huyện",
            PlanSubject.Province => "Tỉnh",
            PlanSubject.School => "Trường học",
            PlanSubject.LearningCentre => "Trung tâm học tập cộng đồng",
            PlanSubject.Enterprise => "Doanh nghiệp, hợp tác xã",
            PlanSubject.Pupil => "Học sinh, sinh viên",
            PlanSubject.WorkingAge => "Người trong độ tuổi lao động",
            PlanSubject.Population => "Dân số",
            PlanSubject.Population15Plus => "Dân số từ 15 tuổi",
            _ => "Đối tượng khác",
        };
}
