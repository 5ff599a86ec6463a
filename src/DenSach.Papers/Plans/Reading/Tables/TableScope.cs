namespace DenSach.Papers.Plans.Reading.Tables;

/// <summary>Whose figure a column holds: that of the government, of the province, a past result, or what its head says beside year and measure.</summary>
internal static class TableScope
{
    private static readonly Pattern Government = Pattern.Of(@"\b(chinh phu|trung uong|toan quoc|ca nuoc|qd-ttg)\b");
    private static readonly Pattern Province = Pattern.Of(@"\b(cua|do|muc tieu|chi tieu|ke hoach) (ubnd )?tinh\b|^tinh\b");
    private static readonly Pattern Done = Pattern.Of(@"\b(da dat|dat duoc|hien trang|thuc hien|thuc trang|ket qua|uoc dat)\b");
    private static readonly Pattern Plain = Pattern.Of(
        @"\b(den|het|vao|nam|giai doan|ke hoach|kh|muc tieu|chi tieu|phan dau|ty le|ti le|the|cu|va|dat|duoc|giao|(19|20)\d{2}|gdht|dhht|cdht|dvht|(gia dinh|dong ho|cong dong|don vi|cong dan) hoc tap)\b|[^a-z0-9]"
    );

    public static string? Of(SourceTable table, int column, int? year, PlanYears plan)
    {
        var head = table.Head(column);
        if (Done.IsMatch(head) || (year is { } y && plan.IsPast(y)) || (year < plan.Issued && Done.IsMatch(head)))
        {
            return "achieved";
        }

        if (Government.IsMatch(head))
        {
            return "government";
        }

        return Province.IsMatch(head) || table.HeadCells[column].Any(c => Province.IsMatch(c.Folded))
            ? "province"
            : table.HeadCells[column].LastOrDefault(c => Rest(c.Folded).Length > 1)?.Text;
    }

    private static string Rest(string head)
    {
        var rest = head;
        for (var match = Plain.Match(rest); match.Success; match = Plain.Match(rest))
        {
            rest = rest.Remove(match.Index, match.Length);
        }

        return rest;
    }
}
