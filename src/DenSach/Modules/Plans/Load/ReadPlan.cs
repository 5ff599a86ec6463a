using DenSach.Modules.Areas;
using DenSach.Papers.Plans;
using DenSach.Papers.Sources;
using DenSach.Platform.Access;
using DenSach.Platform.Errors;
using DenSach.Platform.Hosting;
using DenSach.Platform.Text;

namespace DenSach.Modules.Plans.Load;

/// <summary>Reads a text as the plan of an area: a draft that nothing rests on yet.</summary>
public sealed class ReadPlan(Gate gate, PlanPlaces places, AreaTree tree, Clock clock)
{
    /// <summary>Ten times the longest plan seen.</summary>
    public const int LongestText = 600_000;

    /// <summary>What the plans of the programme speak of in their titles, folded as for a search.</summary>
    private static readonly string[] Subjects = ["hoc tap", "khuyen hoc", "khuyen tai"];

    public Result<Plan> Read(int areaId, string? received, string? mark = null)
    {
        if (!places.MayLoad(areaId))
        {
            return Problem.Forbidden();
        }
        if (tree.Find(areaId) is not { Kind: AreaKind.Commune or AreaKind.District or AreaKind.Province, HomeRegisterId: { } register } area)
        {
            return Problem.Invalid("plans.area", "Kế hoạch được nạp cho một xã, phường, đặc khu hoặc tỉnh. Hãy chọn lại địa bàn.", "AreaId");
        }
        var text = Whole(received);
        if (string.IsNullOrWhiteSpace(text))
        {
            return Problem.Invalid("plans.text_missing", "Chưa có chữ nào để đọc: hãy chọn một tệp hoặc dán toàn văn kế hoạch.", "Text");
        }
        if (text.Length > LongestText)
        {
            return Problem.Invalid("plans.text_long", $"Văn bản dài {text.Length:N0} ký tự, quá mức {LongestText:N0}. Hãy chỉ gửi phần kế hoạch, không kèm văn bản khác.", "Text");
        }
        if (WrongText.Why(text) is { } wrong)
        {
            return Problem.Invalid("plans.no_plan", $"Văn bản này {wrong}", "Text");
        }
        var reading = PlanReader.Read(text);
        if (WhyNoPlan(reading) is { } why)
        {
            return Problem.Invalid("plans.no_plan", why, "Text");
        }
        var plan = Plan.Of(reading, text, areaId, register, clock.Now, gate.Actor.AccountId, mark);
        if (ForAnotherPlace(reading, area) is { } doubt)
        {
            plan.Doubt(PlanPlaces.OtherPlace, doubt, default);
        }
        if (!Subjects.Any(SearchKey.Of(plan.Title).Contains))
        {
            plan.Doubt("other_subject", $"Tên văn bản, “{plan.Title}”, không nói tới học tập hay khuyến học: hãy kiểm tra có đúng kế hoạch của chương trình này không.", default);
        }
        return plan;
    }

    /// <summary>The text whole, its lines ended in one way: a browser ends them in another than a file does.</summary>
    public static string? Whole(string? received) => received?.TrimStart('\uFEFF').ReplaceLineEndings("\n");

    private static string? WhyNoPlan(ExtractedPlan reading)
    {
        var saysPlan = reading.Warnings.All(w => w.Code != "kind") || (reading.Number ?? reading.NumberSuffix)?.Contains("/KH", StringComparison.Ordinal) == true;
        if (!saysPlan || reading.Title is null)
        {
            return "Văn bản này không có dòng “KẾ HOẠCH” kèm tên kế hoạch, nên không nạp được. Hãy kiểm tra đã chọn đúng văn bản và đã chép đủ từ đầu.";
        }
        return reading.Targets.Count + reading.TableTargets.Count + reading.QualitativeTargets.Count + reading.Deadlines.Count + reading.Tasks.Count == 0
            ? "Trong văn bản này không tìm thấy chỉ tiêu, hạn hay nhiệm vụ nào. Hãy kiểm tra đã chép đủ phần mục tiêu và tổ chức thực hiện."
            : null;
    }

    /// <summary>An area goes by its own plan or by one of a unit it took over; anything else is most likely a slip.</summary>
    private string? ForAnotherPlace(ExtractedPlan reading, Area area)
    {
        if (reading.Place is not { } place)
        {
            return null;
        }
        return places.NamesOf(area.Id).Any(name => SearchKey.Of(name) == SearchKey.Of(place))
            ? null
            : $"Văn bản ghi nơi ban hành là {reading.Issuer ?? place}, không phải {area.FullName}: hãy kiểm tra đã chọn đúng địa bàn.";
    }
}
