using DenSach.Modules.Assessments.Sheets;
using DenSach.Modules.Assessments.Workflow;
using DenSach.Modules.Criteria;
using DenSach.Modules.Registry;
using DenSach.Platform.Commands;
using DenSach.Platform.Data;
using DenSach.Platform.Errors;
using DenSach.Platform.Files;
using Microsoft.EntityFrameworkCore;

namespace DenSach.Modules.Decisions.Number;

/// <summary>The records clerk enters number, date and the signed scan from the book: the decision is in force, its families hold the title, the sums move.</summary>
public sealed class EnterNumber(AppDb db, CommandRunner runner, DecisionDesk desk, CaseDesk cases, CriteriaShelf shelf, FileStore files)
{
    public sealed record Command : Platform.Commands.Command
    {
        public required Guid DecisionId { get; init; }
        public required int BasedOn { get; init; }
        public required string Number { get; init; }
        public required DateOnly IssuedOn { get; init; }

        /// <summary>The scan went first, by its hash.</summary>
        public string? ScanSha256 { get; init; }
    }

    public sealed record InForce(Guid DecisionId, string Number, IReadOnlyList<Guid> RecognitionIds);

    public async Task<Result<InForce>> Handle(Command command, CancellationToken cancellation) =>
        RowId.RegisterOf(command.DecisionId) is { } register
            ? await runner.Run<InForce>(command, register, work => IssueAsync(work, command, cancellation), cancellation)
            : Problem.NotFound();

    private async Task<Result<InForce>> IssueAsync(Work work, Command command, CancellationToken cancellation)
    {
        var opened = await desk.OpenAsync(command.DecisionId, command.BasedOn, DecisionPermissions.Number, DecisionStatus.Signed, cancellation);
        if (opened.Problem is { } refused)
        {
            return refused;
        }
        var (decision, grant) = opened.Value;
        if (DecisionNumber.Parse(command.Number) is not { } number)
        {
            return Problem.Invalid("number", "Cần ghi số, ký hiệu như trong sổ văn bản, ví dụ 125/QĐ-UBND.", nameof(command.Number));
        }
        if (await FaultAsync(decision, number, command, work.Today, cancellation) is { } fault)
        {
            return fault;
        }
        var families = await desk.FamiliesAsync(decision, cancellation);
        var holds = await desk.HoldsAsync(families, decision.RestsOnSample, work.Today, cancellation);
        var recognitions = new List<Recognition>();
        foreach (var file in families)
        {
            if (cases.Move(work, file, Moves.Recognise, default, holds[file.Assessment.Id]).Problem is { } problem)
            {
                return problem with { Sentence = $"Hộ số {file.Household.Number} ({file.Household.HeadName}): {problem.Sentence}" };
            }
            recognitions.Add(Recognise(decision, file, command.IssuedOn));
        }
        await TallyAsync(work, families, recognitions, cancellation);
        db.AddRange(recognitions);
        decision.Issue(number, command.IssuedOn, command.ScanSha256);
        work.Role = grant.Role;
        work.Tell(decision.RegisterId, "decision.issue", $"{families.Count} families", decision.Id);
        foreach (var hamlet in recognitions.GroupBy(r => r.RegisterId).Where(g => g.Key != decision.RegisterId))
        {
            work.Tell(hamlet.Key, "recognition.begin", $"{hamlet.Count()} families", [decision.Id, .. hamlet.Select(r => r.Id)]);
        }
        return new InForce(decision.Id, decision.Number!, [.. recognitions.Select(r => r.Id)]);
    }

    private async Task<Problem?> FaultAsync(Decision decision, DecisionNumber number, Command command, DateOnly today, CancellationToken cancellation)
    {
        if (command.IssuedOn > today || command.IssuedOn < Platform.Hosting.Clock.DayOf(decision.SignedAt!.Value))
        {
            return Problem.Invalid("issued_on", "Ngày ban hành không thể trước ngày ký hoặc sau hôm nay.", nameof(command.IssuedOn));
        }
        if (command.ScanSha256 is { } scan && await files.FindAsync(decision.RegisterId, scan, cancellation) is null)
        {
            return Problem.Invalid("scan", "Bản quét chưa có trên máy chủ: hãy gửi tệp trước, hoặc bỏ trống ô này.", nameof(command.ScanSha256));
        }
        var (text, year) = (number.ToString(), command.IssuedOn.Year);
        return await db.Set<Decision>().AnyAsync(d => d.RegisterId == decision.RegisterId && d.AreaId == decision.AreaId && d.NumberYear == year && d.Number == text, cancellation)
            ? Problem.Conflict("number_taken", $"Số {text} của năm {year} đã dùng cho một quyết định khác.")
            : null;
    }

    private Recognition Recognise(Decision decision, CaseFile file, DateOnly issuedOn) =>
        new()
        {
            RegisterId = file.Assessment.RegisterId,
            Id = RowId.New(file.Assessment.RegisterId),
            AreaId = file.Household.AreaId,
            HouseholdId = file.Household.Id,
            AssessmentId = file.Assessment.Id,
            Title = decision.Title,
            Year = decision.Year,
            DecisionRegisterId = decision.RegisterId,
            DecisionId = decision.Id,
            RestsOnSample = decision.RestsOnSample,
            From = issuedOn,
            To = Recognition.EndOf(shelf.Get(file.Assessment.SetId, file.Assessment.SetHash).Set.Validity, decision.Year, issuedOn),
        };

    /// <summary>Takes out what the family counted for before and writes the union with the new recognition.</summary>
    private async Task TallyAsync(Work work, IReadOnlyCollection<CaseFile> families, IReadOnlyCollection<Recognition> recognitions, CancellationToken cancellation)
    {
        var added = recognitions.ToDictionary(r => r.HouseholdId);
        foreach (var register in families.GroupBy(f => f.Assessment.RegisterId))
        {
            var ids = register.Select(f => f.Household.Id).ToList();
            var before = (await db.Set<Recognition>().AsNoTracking().Where(r => r.RegisterId == register.Key && ids.Contains(r.HouseholdId)).ToListAsync(cancellation)).ToLookup(
                r => r.HouseholdId,
                r => r.Validity
            );
            var absences = (await db.Set<Absence>().AsNoTracking().Where(a => a.RegisterId == register.Key && ids.Contains(a.HouseholdId)).ToListAsync(cancellation)).ToLookup(a =>
                a.HouseholdId
            );
            foreach (var household in register.Select(f => f.Household))
            {
                var recognition = added[household.Id];
                Write(work, household, RecognitionMeasures.Holding(household, absences[household.Id], before[household.Id]), -1);
                Write(work, household, RecognitionMeasures.Holding(household, absences[household.Id], before[household.Id].Append(recognition.Validity)), 1);
                work.Tallies.Add(household.RegisterId, household.AreaId, RecognitionMeasures.FamiliesRecognised, recognition.From, 1);
            }
        }
    }

    private static void Write(Work work, Household household, IEnumerable<Period> periods, int sign)
    {
        foreach (var period in periods)
        {
            work.Tallies.AddStock(household.RegisterId, household.AreaId, RecognitionMeasures.FamiliesHolding, period.From, period.To, sign);
        }
    }
}
