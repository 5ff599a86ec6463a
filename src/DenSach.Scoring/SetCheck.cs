namespace DenSach.Scoring;

/// <summary>Finds every fault of a set: one that would stop scoring, and one that would score what nobody meant.</summary>
internal static class SetCheck
{
    public const string Whole = "bộ tiêu chí";

    public static IReadOnlyList<Fault> Run(CriteriaSet set)
    {
        var faults = new List<Fault>();
        void Say(string place, string sentence) => faults.Add(new Fault(place, sentence));

        Header(set, Say);
        Lists(set, Say);
        foreach (var line in set.Lines)
            LineCheck.Run(set, line, Say);
        Unused(set, Say);
        if (set.Combination is SumOfPoints sum)
        {
            Sum(set, sum, Say);
            if (faults.Count == 0 && set.Lines.Any())
                PointsAddUp.Run(set, sum, Say);
        }
        return faults;
    }

    private static void Header(CriteriaSet set, Action<string, string> say)
    {
        if (!IsName(set.Id))
            say(Whole, $"mã “{set.Id}” chỉ được gồm chữ thường không dấu, chữ số, dấu gạch ngang và dấu chấm.");
        if (string.IsNullOrWhiteSpace(set.Title))
            say(Whole, "thiếu tên danh hiệu.");
        if (string.IsNullOrWhiteSpace(set.Version))
            say(Whole, "thiếu số phiên bản.");
        if (set.InForceTo < set.InForceFrom)
            say(Whole, "ngày hết hiệu lực đứng trước ngày có hiệu lực.");
        if (set.Status != SetStatus.Sample && set.LegalBasis.Count == 0)
            say(Whole, "thiếu căn cứ pháp lý; chỉ bản mẫu mới được để trống.");
        if (set.Validity.Months is <= 0)
            say(Whole, "thời hạn công nhận phải là số tháng dương.");
        if (set.ContentHash.Length != 64 || set.ContentHash.Any(c => !char.IsAsciiHexDigitLower(c)))
            say(Whole, "thiếu mã băm SHA-256 của nội dung.");
        if (set.Combination is NotKnown && (set.Status != SetStatus.PartialDraft || set.Lines.Any()))
            say(Whole, "cách tổng hợp chưa rõ; chỉ bản dự thảo chưa có chỉ tiêu mới được để như vậy.");
        if (set.Status != SetStatus.PartialDraft && !set.Lines.Any())
            say(Whole, "chưa có chỉ tiêu nào; chỉ bản dự thảo chưa đủ mới được để trống.");
    }

    private static void Lists(CriteriaSet set, Action<string, string> say)
    {
        Names(set.Levels, "mức độ", say);
        Names(set.Areas, "điều kiện địa bàn", say);
        Names(set.Groups, "nhóm đối tượng", say);
        foreach (var fact in set.Facts)
        {
            var place = $"số liệu {fact.Name}";
            if (!IsName(fact.Name))
                say(place, "tên chỉ được gồm chữ thường không dấu, chữ số, dấu gạch ngang và dấu chấm.");
            if (string.IsNullOrWhiteSpace(fact.Title))
                say(place, "thiếu tên để người dùng đọc.");
            Names(fact.Scale, $"thang của số liệu {fact.Name}", say);
            if (fact.Kind == FactKind.Level && fact.Scale.Count == 0)
                say(place, "là mức đạt được nên phải khai báo thang (scale).");
            if (fact.Kind is FactKind.Count or FactKind.Amount && fact.Scale.Count > 0)
                say(place, "là số nên không có thang (scale).");
        }
        Repeated(set.Facts.Select(fact => fact.Name), name => say($"số liệu {name}", "khai báo hai lần."));
        Repeated(set.Sections.Select(section => section.Id), id => say($"phần {id}", "mã phần bị trùng."));
        Repeated(set.Lines.Select(line => line.Id), id => say($"chỉ tiêu {id}", "mã chỉ tiêu bị trùng."));
    }

    private static void Names(IReadOnlyList<Named> list, string what, Action<string, string> say)
    {
        if (list.Count > 64)
            say(what, "có quá 64 mục.");
        foreach (var item in list)
            if (!IsName(item.Id) || Codes.Reserved.Contains(item.Id) || string.IsNullOrWhiteSpace(item.Title))
                say(what, $"mục “{item.Id}” cần mã hợp lệ (chữ thường không dấu, chữ số, gạch ngang, dấu chấm) và tên để đọc.");
        Repeated(list.Select(item => item.Id), id => say(what, $"mã “{id}” bị trùng."));
    }

    private static void Unused(CriteriaSet set, Action<string, string> say)
    {
        var read = set.Lines.SelectMany(line => line.Variants.Select(variant => variant.Rule).Append(line.Rule)).SelectMany(Wording.Names).ToHashSet();
        foreach (var fact in set.Facts.Where(fact => !read.Contains(fact.Name)))
            say($"số liệu {fact.Name}", "được khai báo nhưng không chỉ tiêu nào dùng.");
    }

    private static void Sum(CriteriaSet set, SumOfPoints sum, Action<string, string> say)
    {
        if (sum.Max <= Points.Zero)
            say(Whole, "tổng điểm phải lớn hơn 0.");
        if (sum.PassAt <= Points.Zero || sum.PassAt > sum.Max)
            say(Whole, $"mức đạt {sum.PassAt} điểm phải lớn hơn 0 và không quá tổng {sum.Max} điểm.");
        if (sum.Cap < sum.Max)
            say(Whole, $"trần điểm {sum.Cap} thấp hơn tổng {sum.Max} điểm.");
        Repeated(sum.Bands.Select(band => band.Id), id => say($"xếp loại {id}", "mã xếp loại bị trùng."));
        for (var i = 1; i < sum.Bands.Count; i++)
            if (sum.Bands[i].From >= sum.Bands[i - 1].From)
                say($"xếp loại {sum.Bands[i].Id}", "phải xếp từ loại cao xuống loại thấp, mỗi loại bắt đầu từ số điểm thấp hơn loại trên.");
        if (sum.Bands.Count == 0)
            return;
        var lowest = sum.Bands[^1];
        if (lowest.From > sum.PassAt)
            say($"xếp loại {lowest.Id}", $"hở khoảng từ {sum.PassAt} đến dưới {lowest.From} điểm: đạt mà không có loại nào.");
        if (lowest.From < sum.PassAt)
            say($"xếp loại {lowest.Id}", $"bắt đầu dưới mức đạt {sum.PassAt} điểm.");
        if (sum.Bands[0].From > (sum.Cap ?? sum.Max))
            say($"xếp loại {sum.Bands[0].Id}", "bắt đầu cao hơn tổng điểm, không ai đạt được.");
    }

    private static void Repeated(IEnumerable<string> names, Action<string> say)
    {
        foreach (var name in names.GroupBy(name => name).Where(group => group.Count() > 1))
            say(name.Key);
    }

    public static bool IsName(string text) =>
        text.Length is > 0 and <= 80 && char.IsAsciiLetterOrDigit(text[0]) && text.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c is '-' or '.' or '_');
}
