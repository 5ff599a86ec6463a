using System.Text.Json.Serialization;
using DenSach.Modules.Areas;
using DenSach.Platform.Commands;
using DenSach.Platform.Data;
using DenSach.Platform.Errors;
using DenSach.Platform.Files;
using DenSach.Platform.Hosting;
using Microsoft.EntityFrameworkCore;

namespace DenSach.Modules.Plans.Load;

/// <summary>
/// Takes in the text of a plan: the same for the page, the API, the command line and the demo. It becomes a draft to be checked; who compared it elsewhere
/// (a program, the command line) may confirm it with the same command.
/// </summary>
public sealed class LoadPlan(AppDb db, CommandRunner runner, PlanPlaces places, AreaTree tree, ReadPlan reader, FileStore store)
{
    public sealed record Command : Platform.Commands.Command
    {
        public required int AreaId { get; init; }

        /// <summary>The whole text as received. The record of the command keeps its hash only: a draft that is thrown away leaves no word of it.</summary>
        [JsonIgnore(Condition = JsonIgnoreCondition.WhenWriting)]
        public required string Text { get; init; }

        public string TextSha256 => Plan.HashOf(Text);

        /// <summary>What must be known of the file it came from.</summary>
        public string? SourceMark { get; init; }

        /// <summary>
        /// How it came; with a file that went first, its SHA-256 and the name it came under. The application says so: whoever sends a command from outside sends
        /// words, and names no file that may be another's.
        /// </summary>
        [JsonIgnore]
        public PlanCameAs CameAs { get; init; } = PlanCameAs.Program;

        [JsonIgnore]
        public string? FileSha256 { get; init; }

        [JsonIgnore]
        public string? FileName { get; init; }

        /// <summary>Keep it as a draft that somebody checks; otherwise it is in force at once.</summary>
        public bool AsDraft { get; init; }

        /// <summary>It may have been issued by another place than the area; without this such a plan is not put in force at once.</summary>
        public bool FromElsewhere { get; init; }
    }

    /// <param name="Warnings">What the reader was not sure of, in sentences.</param>
    public sealed record Loaded(Guid PlanId, int Targets, int Deadlines, IReadOnlyList<string> Warnings);

    public const string SameText = "plans.same_text";

    public async Task<Result<Loaded>> Handle(Command command, CancellationToken cancellation)
    {
        var read = reader.Read(command.AreaId, command.Text, command.SourceMark);
        if (read.Problem is { } problem)
        {
            return problem;
        }
        return await runner.Run<Loaded>(command, read.Value.RegisterId, work => AddAsync(work, read.Value, command, cancellation), cancellation);
    }

    private async Task<Result<Loaded>> AddAsync(Work work, Plan plan, Command command, CancellationToken cancellation)
    {
        var there = await db.Set<Plan>()
            .AsNoTracking()
            .SingleOrDefaultAsync(p => p.RegisterId == plan.RegisterId && p.AreaId == plan.AreaId && p.TextSha256 == plan.TextSha256, cancellation);
        if (there is not null)
        {
            var what =
                there.IsDraft ? "bản đó đang chờ kiểm tra"
                : there.IsEndedOn(work.Today) ? "kế hoạch đó đã hết hiệu lực, mở ra thì lấy lại được"
                : "hãy mở kế hoạch đó";
            return Problem.Conflict(
                SameText,
                $"Đúng văn bản này đã được nạp cho {tree[plan.AreaId].FullName} ngày {Clock.DayOf(there.TakenInAt).Written()}. Chưa có gì thay đổi: {what}."
            ) with
            {
                See = $"/ke-hoach/{there.Id}",
            };
        }
        var file = command.FileSha256 is { } hash ? await store.FindAsync(plan.RegisterId, hash, cancellation) : null;
        if (file is null && (command.FileSha256 is not null || command.CameAs == PlanCameAs.File))
        {
            return Problem.Invalid("file_unknown", "Máy chủ chưa có tệp này: hãy gửi lại tệp.", nameof(command.FileSha256));
        }
        plan.CameBy(file is null ? command.CameAs : PlanCameAs.File, file, file is null ? null : NameOf(command.FileName));
        if (!command.AsDraft)
        {
            if (!command.FromElsewhere && places.IssuedElsewhere(plan) is { } issuer)
            {
                return places.Elsewhere(plan, issuer);
            }
            plan.Confirm(work.Now, work.Actor.AccountId);
        }
        db.Add(plan);
        work.Role = places.RoleFor(plan);
        work.Tell(plan.RegisterId, "plan.load", command.AsDraft ? "draft" : "loaded", plan.Id);
        if (file is not null)
        {
            work.Tell(plan.RegisterId, "plan.file", "kept", plan.Id);
        }
        return new Loaded(plan.Id, plan.Targets.Count, plan.Deadlines.Count, [.. plan.Doubts.Select(d => d.Message)]);
    }

    /// <summary>The name a file came under, as far as a name goes: no folder, no control character, not endless.</summary>
    private static string NameOf(string? name)
    {
        var plain = string.Concat((name ?? "").Split('/', '\\')[^1].Where(c => !char.IsControl(c))).Trim();
        return plain.Length == 0 ? "ke-hoach" : plain[..Math.Min(plain.Length, PlanFacts.LongestName)];
    }
}
