namespace DenSach.Papers.Plans.Reading;

/// <summary>Clauses that put a work into a year ("Báo cáo kết quả cuối năm 2028", "Đánh giá giữa kỳ 2028") and of which nothing was read: each is told.</summary>
internal static class UnreadYears
{
    private static readonly Pattern Form = Pattern.Of(
        @"\b(?:(?:trong|truoc|het|cuoi|dau|giua) nam|(?:ky|dot|lan|hoc ky) (?:\d|i{1,3}|dau|mot|hai|ba) (?:cua )?nam|(?:so ket|tong ket|giua ky|cuoi ky|hoan thanh|bao cao|danh gia)(?: [a-z]+){0,5}(?: nam)?)(?: | ?\( ?(?:nam )?)((?:19|20)\d{2})\b",
        "19",
        "20"
    );

    private static readonly Pattern Phase = Pattern.Of(@"^[^a-z]*(giai doan|buoc|dot) (\d|i)");

    /// <summary>Warns of what nothing in <paramref name="read"/>, the places of targets, deadlines and doubts, was made of.</summary>
    public static void Report(Block body, IReadOnlyList<SourceSpan> read, PlanYears plan, WarningList warnings)
    {
        foreach (var text in body.Descendants.Where(b => !b.IsHeading && !Sections.IsPast(b) && !Phase.IsMatch(b.Content.Folded)).Select(b => b.Content).Where(c => c.Length > 0))
        {
            var taken = Citations.In(text).Select(c => (c.Start, c.End)).Concat(Years.Ranges(text).Select(r => (r.Start, r.End))).ToList();
            foreach (var match in Form.Matches(text.Folded).Where(m => DateFinder.IsFree(m, taken)))
            {
                var (start, end) = (FoundDate.ClauseStart(text, match.Index), FoundDate.ClauseEnd(text, match.Index + match.Length));
                var year = Dates.Number(match.Groups[1].Value)!.Value;
                if (!plan.IsPast(year) && !read.Any(text.Span(start, end).Overlaps))
                {
                    warnings.Add("date", "Câu này đặt việc vào một năm mà chưa đọc thành hạn, cần xem lại.", text.Span(match.Index, match.Index + match.Length));
                }
            }
        }
    }
}
