using DenSach.Papers.Plans.Reading;
using DenSach.Papers.Plans.Reading.Doubts;
using DenSach.Papers.Plans.Reading.Tables;

namespace DenSach.Papers.Plans;

/// <summary>
/// Reads one official plan: a deterministic parser of Vietnamese administrative prose, without a network or a model.
/// </summary>
public static class PlanReader
{
    /// <summary>
    /// Reads the text of one plan. Any text is accepted and nothing is thrown: what is not found is null or empty, what
    /// looked like a target, a date or a head field and was not understood stands in <see cref="ExtractedPlan.Warnings"/>.
    /// All patterns run in time linear in the text they look at. Spans count UTF-16 characters of <paramref name="text"/>.
    /// </summary>
    public static ExtractedPlan Read(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var warnings = new WarningList();
        var zones = DocumentZones.Of(text);

        var head = new HeadReader(warnings);
        head.Read(zones.Head);
        var issueYear = head.Date?.Year ?? (head.DatePartial is { } partial ? int.Parse(partial[..4], System.Globalization.CultureInfo.InvariantCulture) : null);
        var preamble = new PreambleReader(warnings, issueYear);
        preamble.Read(zones.Preamble);
        var plan = new PlanYears(preamble.Period, preamble.PeriodFrom, issueYear, preamble.Besides);
        var place = PlaceReading.Of(head, preamble, zones.Preamble, zones.Body.Descendants.Any(b => Places.SpeaksOfUrbanDistricts(b.Content)), warnings);
        MissingParts.Report(zones, head, place, warnings);

        var body = zones.Body;
        var targets = new TargetReader(warnings, plan).Read(body);
        var deadlineReader = new DeadlineReader(warnings, plan);
        var (tasks, agencies) = new TaskReader(warnings).Read(body);
        var tableTasks = new[] { body, zones.Appendix }.SelectMany(zone => TableTasks.Read(zone, deadlineReader, warnings)).ToList();
        var deadlines = deadlineReader.Read(body.Descendants);
        var (recipients, signer) = ClosingReader.Read(zones.Closing);
        var tables = new TableTargets(warnings, plan);
        tables.Read(body);
        tables.Read(zones.Appendix);
        SolutionsReader.Report(body, [.. tasks.Concat(tableTasks).Select(t => t.Task.Span)], warnings);
        var examination = new YearExamination(warnings, plan, text);
        examination.OfProse(body, targets);
        examination.OfTables(body, tables.Targets);
        examination.OfTables(zones.Appendix, tables.Targets);
        examination.OfAll(targets);
        examination.OfAll(tables.Targets);
        AppendixReader.Report(zones.Appendix, [.. deadlines.Select(d => d.Span), .. tableTasks.Select(t => t.Task.Span), .. tables.Targets.Select(t => t.Span)], warnings);
        AppendixReader.ReportTables([body, zones.Appendix], warnings);
        MissingParts.ReportUnread(zones, warnings);
        var read = targets.Select(t => t.Span).Concat(tables.Targets.Select(t => t.Span)).Concat(deadlines.Select(d => d.Span)).Concat(warnings.InOrder.Select(w => w.Span));
        UnreadYears.Report(body, [.. read], plan, warnings);

        var bases = preamble.Bases.Select(b => Issuers.WithPlace(b, place.Known)).ToList();
        var cited = body
            .Descendants.SelectMany(b => Citations.In(b.Content))
            .Select(c => Issuers.WithPlace(c.Document, place.Known))
            .Where(d => bases.All(b => b.Number != d.Number))
            .OrderByDescending(d => d.Date is not null)
            .DistinctBy(d => d.Number)
            .OrderBy(d => d.Span.Start)
            .ToList();

        return new ExtractedPlan
        {
            Number = head.Number,
            NumberSuffix = head.NumberSuffix,
            Date = head.Date,
            DatePartial = head.DatePartial,
            Issuer = place.Issuer,
            Place = place.Place,
            ParentPlaces = place.Parents,
            Level = place.Level,
            Title = preamble.Title,
            Period = preamble.Period,
            LegalBases = bases,
            Targets = targets,
            TableTargets = tables.Targets,
            QualitativeTargets = [.. Reading.QualitativeTargets.In(body, plan, targets)],
            Deadlines = deadlines,
            Tasks = [.. tasks.Concat(tableTasks).Select(t => t.With(deadlines))],
            Agencies = agencies,
            Committee = [.. CommitteeReader.In(body), .. CommitteeReader.In(zones.Appendix)],
            Phases = OtherParts.Phases(preamble.Period, body, preamble.Title),
            Titles = Titles.In(body.Descendants.Select(b => b.Content)),
            Awards = OtherParts.Awards(body),
            Recipients = recipients,
            CitedDocuments = cited,
            Signer = signer,
            Warnings = warnings.InOrder,
        };
    }
}
