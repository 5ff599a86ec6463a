namespace DenSach.Papers.Plans.Reading;

/// <summary>Says which head fields were not found, so that a person fills them in.</summary>
internal static class MissingParts
{
    private static readonly Pattern Learning = Pattern.Of(@"\b(hoc tap|khuyen hoc|xoa mu chu|pho cap giao duc)\b");

    private static readonly Pattern Share = Pattern.Of(@"\d ?%|\(%\)");

    public static void Report(DocumentZones zones, HeadReader head, PlaceReading place, WarningList warnings)
    {
        var where = zones.Head.FirstOrDefault(l => l.Length > 0)?.Span() ?? default;
        if (zones.KindWord is null)
        {
            warnings.Add("kind", "Không thấy dòng “KẾ HOẠCH”: văn bản này có thể không phải một kế hoạch.", where);
        }

        if (zones.KindWord is not null && !OnLearning(zones))
        {
            warnings.Add("topic", "Kế hoạch này không nói về học tập, khuyến học hay giáo dục: có thể đã chọn nhầm văn bản.", zones.KindWord.Span());
        }

        if (head.Number is null && head.NumberSuffix is null)
        {
            warnings.Add("number_missing", "Không thấy số, ký hiệu của văn bản.", where);
        }

        if (head.Date is null && head.DatePartial is null)
        {
            warnings.Add("date_missing", "Không thấy ngày ban hành của văn bản.", where);
        }

        if (place.Issuer is null)
        {
            warnings.Add("issuer_missing", "Không xác định được cơ quan ban hành.", where);
        }
    }

    /// <summary>Figures among recipients and signature belong to a schedule whose head was not known as one.</summary>
    public static void ReportUnread(DocumentZones zones, WarningList warnings)
    {
        foreach (var line in zones.Closing.Where(l => Share.IsMatch(l.Folded)))
        {
            warnings.Add("unread", "Sau nơi nhận và chữ ký còn số liệu chưa đọc: cần xem có phải chỉ tiêu không.", line.Span());
        }
    }

    private static bool OnLearning(DocumentZones zones) => zones.Preamble.Concat(zones.Body.Descendants).Any(b => Learning.IsMatch(b.Content.Folded));
}
