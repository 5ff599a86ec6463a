namespace DenSach.Papers.Plans.Reading;

/// <summary>One clause of a sentence as a target, with the doubts about whom it counts, its value and its year.</summary>
internal sealed class ClauseTarget(WarningList warnings, PlanYears plan)
{
    public PlanTarget? Read(MappedText sentence, IReadOnlyList<TargetClause> clauses, int k, YearReading year, PlanTarget? parent, MappedText? heading)
    {
        var clause = clauses[k];
        var span = sentence.Span(clause.Start, clause.End);
        if (year.Year is { } y && plan.IsPast(y))
        {
            warnings.Add("past", $"Con số của năm {y} đứng trước kỳ kế hoạch: coi là kết quả đã đạt, không phải chỉ tiêu.", span);
            return null;
        }

        var whom = ClauseWords.Whom(sentence, clauses, k, parent);
        var place = GivenTo.Of(sentence, clauses, k);
        whom = place is not null && whom is { Title: null, Context: null } ? Listed(sentence, clauses, k, whom) : whom;
        whom = ClauseTitle.FromAbove(clause, ClausePlaces.Of(sentence, clause, whom, heading, parent), heading);
        whom = UnitsOfALevel.Of(sentence, clause, whom);
        if (!whom.Found && clause.Figure.Unit != "count")
        {
            warnings.Add("subject", "Không rõ chỉ tiêu này tính trên đối tượng nào.", span);
        }

        if (clause.Figure.Unit == "%" && (clause.Figure.Value > 100 || clause.Figure.ValueTo > 100))
        {
            warnings.Add("value", "Tỷ lệ trên 100 %, cần kiểm tra con số.", span);
        }

        if (year.Doubt is not null)
        {
            warnings.Add("year", $"{year.Doubt}: cần kiểm tra năm của chỉ tiêu.", span);
        }

        // "…, riêng 06 xã khu vực III đạt 92 %", "Riêng 03 huyện vùng cao, tỷ lệ biết chữ … đạt 90 %": the places are the scope of the figure.
        var harder = ClauseWords.Harder(sentence, clauses, k, parent);
        var opening = clause.Trailing && place is null && harder is null ? HarderPlaces.Before(clause.Words) : null;
        var measure =
            harder is not null ? parent!.Measure
            : opening is var (_, rest) ? MeasureWords.Of(rest)
            : place is null ? MeasureWords.Of(sentence, clauses, k, parent)
            : MeasureWords.OfPlace(sentence, clauses, k, parent, heading, whom.Title);
        return new PlanTarget
        {
            Year = year.Year,
            Value = clause.Figure.Value,
            ValueTo = clause.Figure.ValueTo,
            Unit = clause.Figure.Unit,
            Comparator = clause.Figure.Comparator,
            Maintain = clause.Maintain,
            Subject = whom.Subject,
            Title = whom.Title,
            TitleContext = whom.Context,
            OfParent = clause.OfParent,
            Span = span,
            YearFrom = year.From,
            Recurrence = clause.Figure.Unit == "%/year" || (year.Yearly && year.Year is null) ? "yearly" : null,
            // "Dòng họ học tập: … Phấn đấu năm 2026 đạt 84 %": what is measured stands above.
            Measure = measure.Length > 0 ? measure : whom.Title ?? "",
            Scope = place ?? harder ?? opening?.Place ?? SaidApart.Place(sentence, clauses, k),
        };
    }

    /// <summary>"Bản Nà Sáng 85 %, bản Pá Lau 78 % số hộ đạt …": whom the places of a list count is said once, behind the last.</summary>
    private static WhomCounted Listed(MappedText sentence, IReadOnlyList<TargetClause> clauses, int k, WhomCounted whom)
    {
        for (var i = k; clauses[k].Trailing && i < clauses.Count && GivenTo.Of(sentence, clauses, i) is not null; i++)
        {
            if (!clauses[i].Trailing)
            {
                return ClauseWords.Whom(sentence, clauses, i, null) is { Found: true } last ? last : whom;
            }
        }

        return whom;
    }
}
