using DenSach.Platform.Access;
using DenSach.Platform.Audit;
using DenSach.Platform.Commands;
using DenSach.Platform.Data;
using DenSach.Platform.Errors;
using DenSach.Platform.Hosting;
using Microsoft.EntityFrameworkCore;

namespace DenSach.Modules.Areas;

public sealed record ApplyReform : Command
{
    public required DateOnly On { get; init; }
    public required string Name { get; init; }

    /// <summary>The decision with its number, as it is cited.</summary>
    public required string LegalBasis { get; init; }
    public required ReformSteps Steps { get; init; }
}

public sealed record RevertReform : Command
{
    public required int ReformId { get; init; }
}

/// <param name="ReformId">The record's number.</param>
/// <param name="Closed">Positions that ended or went.</param>
/// <param name="Written">Positions that began or are open again.</param>
public sealed record ReformDone(int ReformId, int Closed, int Written);

/// <summary>The only writer of the tree: records a reform, or takes one back, and renews the copy in memory.</summary>
public sealed class ReformAreas(CommandRunner runner, Gate gate, AreaTree tree, IEnumerable<ITouchedByReform> holders)
{
    public const string Permission = "areas.reform";

    public Task<Result<ReformDone>> ApplyAsync(ApplyReform command, CancellationToken cancellation) =>
        RunAsync(
            command,
            async (work, before) =>
            {
                if (string.IsNullOrWhiteSpace(command.Name) || string.IsNullOrWhiteSpace(command.LegalBasis))
                {
                    return Problem.Invalid(
                        "areas.reform_text",
                        "Sắp xếp địa bàn phải có tên và căn cứ pháp lý (số, ngày của nghị quyết hoặc quyết định).",
                        nameof(ApplyReform.LegalBasis)
                    );
                }
                if (!MayTouch(Touched(command.Steps)))
                {
                    return Problem.Forbidden("Tài khoản này chỉ được ghi sắp xếp trong địa bàn mình quản trị.");
                }
                var reform = new Reform
                {
                    Id = before.NextReformId,
                    On = command.On,
                    Name = command.Name.Trim(),
                    LegalBasis = command.LegalBasis.Trim(),
                    RecordedAt = work.Now,
                };
                var change = before.Apply(reform, command.Steps);
                if (change.Ok && await WithRowsAsync(command, before, cancellation) is { } orphaned)
                {
                    return orphaned;
                }
                return change;
            },
            cancellation
        );

    public Task<Result<ReformDone>> RevertAsync(RevertReform command, CancellationToken cancellation) =>
        RunAsync(
            command,
            async (work, before) =>
            {
                var change = before.Revert(command.ReformId, work.Now);
                if (!change.Ok)
                {
                    return change;
                }
                var touched = Touched(change.Value).ToList();
                if (!gate.Actor.IsSystem && (touched.Count == 0 || !MayTouch(touched)))
                {
                    return Problem.Forbidden("Tài khoản này chỉ được hoàn tác sắp xếp trong địa bàn mình quản trị.");
                }
                foreach (var area in change.Value.GoneAreas)
                {
                    if (await RowsInAsync(area.Id, change.Value.Reform.On, cancellation) is > 0 and var rows)
                    {
                        return Problem.Refused("areas.rows", $"Không thể hoàn tác: {area.FullName} đã có {rows} hồ sơ của riêng mình. Hãy chuyển các hồ sơ đó trước.");
                    }
                }
                return change;
            },
            cancellation
        );

    private async Task<Result<ReformDone>> RunAsync(Command command, Func<Work, DatedTree, Task<Result<TreeChange>>> decide, CancellationToken cancellation)
    {
        if (!gate.AllowsSomewhere(Permission))
        {
            return Problem.Forbidden();
        }
        var register = AuditTrail.SystemRegisterOf(gate.Actor.AccountId);
        var result = await runner.Run<ReformDone>(
            command,
            register,
            async work =>
            {
                // Counted up first: of two reforms at once the second is told that its tree is old.
                await CountAsync(work.Db, cancellation);
                var change = await decide(work, await work.Db.ReadTreeAsync(cancellation));
                if (change.Problem is { } problem)
                {
                    return problem;
                }
                work.Role = gate.ScopesOf(Permission).FirstOrDefault()?.Role;
                Write(work.Db, change.Value);
                work.Tell(register, command is ApplyReform ? "areas.reform" : "areas.revert", $"reform {change.Value.Reform.Id}");
                return new ReformDone(
                    change.Value.Reform.Id,
                    change.Value.GonePositions.Count + change.Value.ChangedPositions.Count(p => p.To is not null),
                    change.Value.NewPositions.Count + change.Value.ChangedPositions.Count(p => p.To is null)
                );
            },
            cancellation
        );
        if (result.Ok)
        {
            await tree.ReloadAsync(CancellationToken.None);
        }
        return result;
    }

    private static void Write(AppDb db, TreeChange change)
    {
        if (change.Reform.RevertedAt is null)
        {
            db.Add(change.Reform);
        }
        else
        {
            db.Update(change.Reform);
        }
        db.RemoveRange(change.GoneSuccessions);
        db.RemoveRange(change.GonePositions);
        db.RemoveRange(change.GonePlacements);
        db.RemoveRange(change.GoneAreas);
        db.UpdateRange(change.ChangedPlacements);
        db.UpdateRange(change.ChangedPositions);
        db.AddRange(change.NewAreas);
        db.AddRange(change.NewPlacements);
        db.AddRange(change.NewPositions);
        db.AddRange(change.NewSuccessions);
    }

    private static async Task CountAsync(AppDb db, CancellationToken cancellation)
    {
        if (await db.Set<AreaTreeHead>().SingleOrDefaultAsync(cancellation) is { } head)
        {
            head.Changes++;
            return;
        }
        db.Add(new AreaTreeHead { Changes = 1 });
    }

    /// <summary>
    /// Rows of an area's own (clans, organisations, its households) do not yet move to a successor by date: while it has any, it stays, or it is moved as a whole.
    /// </summary>
    private async Task<Problem?> WithRowsAsync(ApplyReform command, DatedTree before, CancellationToken cancellation)
    {
        foreach (var id in command.Steps.Dissolve)
        {
            if (await RowsInAsync(id, command.On, cancellation) is > 0 and var rows)
            {
                return Problem.Refused(
                    "areas.rows",
                    $"{before.Areas[id].FullName} còn {rows} hồ sơ của riêng mình (hộ, dòng họ, đơn vị) trong ngày {command.On.Written()}: cho kết thúc thì các hồ sơ đó không còn ở đâu. "
                        + "Hệ thống chưa chuyển hồ sơ sang nơi kế tiếp theo ngày; hãy giữ địa bàn này, hoặc chuyển cả địa bàn sang nơi mới."
                );
            }
        }
        return null;
    }

    private async Task<int> RowsInAsync(int areaId, DateOnly day, CancellationToken cancellation)
    {
        var rows = 0;
        foreach (var holder in holders)
        {
            rows += await holder.RowsInAsync(areaId, day, cancellation);
        }
        return rows;
    }

    /// <summary>The areas there already whose inside the reform changes. A new root lies in nobody's scope.</summary>
    private static IEnumerable<int> Touched(ReformSteps steps)
    {
        var founded = steps.Found.Where(f => f.ParentId is not null).Select(f => f.Id).ToHashSet();
        return steps
            .Found.Select(f => f.ParentId ?? f.Id)
            .Concat(steps.Move.SelectMany(m => new[] { m.AreaId, m.ParentId }))
            .Concat(steps.Dissolve)
            .Concat(steps.Successors.Select(s => s.ToId))
            .Distinct()
            .Where(id => !founded.Contains(id));
    }

    /// <summary>Taking back: the parents that lose what was placed under them, those that get it again, and whoever carries on what an area was.</summary>
    private static IEnumerable<int> Touched(TreeChange change)
    {
        var gone = change.GoneAreas.Select(a => a.Id).ToHashSet();
        return change
            .GonePlacements.Concat(change.ChangedPlacements)
            .Select(p => p.ParentId ?? p.AreaId)
            .Concat(change.GoneSuccessions.Select(s => s.ToId))
            .Distinct()
            .Where(id => !gone.Contains(id));
    }

    private bool MayTouch(IEnumerable<int> areaIds) => areaIds.All(id => gate.Allows(Permission, id));
}
