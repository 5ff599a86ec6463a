namespace DenSach.Papers.Plans.Reading;

/// <summary>Targets without a number: "Được công nhận “Cộng đồng học tập” cấp xã", with whom they stand for.</summary>
internal static class QualitativeTargets
{
    private static readonly Pattern GoalHeading = Pattern.Of(@"\b(muc tieu cu the|muc tieu den|chi tieu)\b");
    private static readonly Pattern Recognised = Pattern.Of(@"^[+ -]*(duoc cong nhan|dat danh hieu)\b");
    private static readonly Pattern LeadingClause = Pattern.Of(@"\b(tham gia|duoc cong nhan|dat danh hieu|hoan thanh)\b");

    private static readonly Pattern Addressed = Pattern.Of(@"^(doi voi|de nghi|ve phia|danh cho|voi) ");

    /// <param name="body">The sections.</param>
    /// <param name="plan">Years of the plan.</param>
    /// <param name="read">Where targets with a number were read: such a paragraph is none without one.</param>
    public static IEnumerable<QualitativeTarget> In(Block body, PlanYears plan, IReadOnlyList<PlanTarget> read)
    {
        var at = 0;
        foreach (var block in body.Descendants.Where(b => !b.IsHeading && b.Content.Length > 0 && !b.Content.Text.EndsWith(':')))
        {
            var content = block.Content;
            var place = content.Span();
            while (at < read.Count && read[at].Span.End <= place.Start)
            {
                at++;
            }

            var holdsTargets = at < read.Count && read[at].Span.Overlaps(place);
            var opening = Sentences.Of(content).First();
            var figures = TargetFigure.Percentages(content);
            var inGoals = block.Ancestors.Any(a => a.Content.Length <= 160 && GoalHeading.IsMatch(a.Content.Folded));
            if (figures.Count == 0 && !holdsTargets && (inGoals && block.Depth != Marker.None || Recognised.IsMatch(content.Folded)))
            {
                yield return Target(block, content, YearContext.Of(block, default), plan);
            }
            else if (
                inGoals
                && TargetFigure.Percentages(opening) is { Count: > 0 } inOpening
                && TargetClause.Of(opening, inOpening)[0] is { Trailing: false, Start: > 20 } first
                && LeadingClause.IsMatch(content.Folded[..first.Start])
            )
            {
                yield return Target(block, content.Slice(0, first.Start), YearContext.Of(block, plan), plan);
            }
        }
    }

    /// <summary>With the year that its own words name; where they name several, none of them is known to be that of the target.</summary>
    private static QualitativeTarget Target(Block block, MappedText words, YearContext context, PlanYears plan)
    {
        var own = Years.Written(words).Where(y => !plan.IsPast(y.Year)).ToList();
        var stated = own.DistinctBy(y => y.Year).Count() switch
        {
            0 => context.Stated,
            1 => new StatedYear(own[0].Year, new(YearSource.OwnWords, Years.Words(words, own[0]))),
            _ => null,
        };
        return new(stated?.Year, words.Text.Trim(' ', ',', ';'), words.Span()) { Subjects = Subjects(block, words), YearFrom = stated?.From ?? default };
    }

    /// <summary>Whom the sentence names before its verb; else whom a heading addresses ("Đối với hộ gia đình, dòng họ"); else for whom the one title is.</summary>
    private static List<PlanSubject> Subjects(Block block, MappedText words)
    {
        var verb = LeadingClause.Match(words.Folded) is { Success: true } found ? found.Index : 0;
        if (Named(words.Slice(0, verb)) is { Count: > 0 } own)
        {
            return own;
        }

        foreach (var heading in block.Ancestors.Select(a => a.Content).Where(h => Addressed.IsMatch(h.Folded)))
        {
            if (Named(heading.Slice(Addressed.Match(heading.Folded).Length)) is { Count: > 0 } addressed)
            {
                return addressed;
            }
        }

        return Measures.OneTitle(words) is { } held ? [held.Subject] : [];
    }

    private static List<PlanSubject> Named(MappedText words) => [.. Measures.Listed(words).Select(l => l.Whom.Subject).Distinct()];
}
