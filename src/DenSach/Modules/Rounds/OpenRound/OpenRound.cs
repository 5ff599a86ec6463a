using DenSach.Modules.Areas;
using DenSach.Modules.Criteria;
using DenSach.Platform.Access;
using DenSach.Platform.Commands;
using DenSach.Platform.Data;
using DenSach.Platform.Errors;
using DenSach.Scoring;
using Microsoft.EntityFrameworkCore;

namespace DenSach.Modules.Rounds.OpenRound;

/// <summary>Opens a round in a commune: one title, one year, one usable set that is in force, windows in order.</summary>
public sealed class OpenRound(AppDb db, CommandRunner runner, Gate gate, AreaTree tree)
{
    public sealed record Window(RoundStep Step, DateOnly From, DateOnly LastDay);

    public sealed record Command : Platform.Commands.Command
    {
        public required int AreaId { get; init; }
        public required string Title { get; init; }
        public required int Year { get; init; }
        public required string SetId { get; init; }
        public required string SetVersion { get; init; }
        public int? PlanRegisterId { get; init; }
        public Guid? PlanId { get; init; }
        public required DateOnly FactsAsAt { get; init; }
        public required IReadOnlyList<Window> Windows { get; init; }
    }

    public sealed record Opened(Guid RoundId);

    public async Task<Result<Opened>> Handle(Command command, CancellationToken cancellation)
    {
        if (tree.Find(command.AreaId) is not { Kind: AreaKind.Commune, HomeRegisterId: { } register })
        {
            return Problem.Invalid("area", "Đợt đánh giá mở ở một xã, phường hoặc đặc khu.", nameof(command.AreaId));
        }
        if (gate.GrantFor(RoundPermissions.Open, new Place(command.AreaId)) is not { } grant)
        {
            return Problem.Forbidden();
        }
        return await runner.Run<Opened>(command, register, work => OpenAsync(work, command, register, grant.Role, cancellation), cancellation);
    }

    private async Task<Result<Opened>> OpenAsync(Work work, Command command, int register, Role role, CancellationToken cancellation)
    {
        var set = await db.Set<PublishedSet>().SingleOrDefaultAsync(s => s.Id == command.SetId && s.Version == command.SetVersion, cancellation);
        if (set is null || set.Status == SetStatus.PartialDraft || set.Subject != SubjectKind.Household)
        {
            return Problem.Invalid("set", "Hãy chọn một bộ tiêu chí gia đình dùng được; bản nháp chưa đủ thì chưa mở đợt được.", nameof(command.SetId));
        }
        if (!set.IsInForceOn(work.Today))
        {
            return Problem.Invalid("set", $"Bộ tiêu chí “{set.Title}” không có hiệu lực vào hôm nay.", nameof(command.SetId));
        }
        if (command.Title != RoundWords.Family)
        {
            return Problem.Invalid("title", $"Đợt đánh giá hiện mở cho danh hiệu “{RoundWords.Family}”.", nameof(command.Title));
        }
        if (command.Year is < 2000 or > 2100)
        {
            return Problem.Invalid("year", "Năm đánh giá không hợp lệ: hãy ghi đủ bốn chữ số, như 2026.", nameof(command.Year));
        }
        if ((command.Windows ?? []).Select(w => w.Step).Distinct().Count() != Enum.GetValues<RoundStep>().Length || command.Windows!.Count != Enum.GetValues<RoundStep>().Length)
        {
            return Problem.Invalid("windows", "Cần đủ thời gian cho từng bước của đợt.", nameof(command.Windows));
        }
        if (ProposedWindows.Fault([.. command.Windows!.Select(w => (w.Step, w.From, w.LastDay))]) is { } fault)
        {
            return Problem.Invalid("windows", fault, nameof(command.Windows));
        }
        if (await db.Set<Round>().AnyAsync(r => r.RegisterId == register && r.AreaId == command.AreaId && r.Year == command.Year && r.Title == command.Title, cancellation))
        {
            return Problem.Conflict("round_exists", $"Xã đã có đợt “{command.Title}” năm {command.Year}.");
        }
        var round = new Round
        {
            RegisterId = register,
            Id = RowId.New(register),
            AreaId = command.AreaId,
            Title = command.Title,
            Subject = set.Subject,
            Year = command.Year,
            SetId = set.Id,
            SetVersion = set.Version,
            SetHash = set.Hash,
            PlanRegisterId = command.PlanRegisterId,
            PlanId = command.PlanId,
            FactsAsAt = command.FactsAsAt,
            OpenedAt = work.Now,
        };
        foreach (var window in command.Windows!)
        {
            round.SetWindow(window.Step, window.From, window.LastDay);
        }
        db.Add(round);
        work.Role = role;
        work.Tell(register, "round.open", "opened", round.Id);
        return new Opened(round.Id);
    }
}
