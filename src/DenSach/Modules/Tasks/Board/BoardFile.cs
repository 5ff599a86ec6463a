using DenSach.Modules.Areas;
using DenSach.Modules.Plans;
using DenSach.Platform.Access;
using DenSach.Platform.Audit;
using DenSach.Platform.Text;

namespace DenSach.Modules.Tasks.Board;

/// <summary>The board as a file for a spreadsheet: what the filter finds, all of it. Taking it is told to the audit.</summary>
public sealed class BoardFile(TaskBoard board, Gate gate, ReadLog log, AreaTree tree)
{
    public async Task<byte[]> WriteAsync(BoardFilter filter, CancellationToken cancellation)
    {
        var view = await board.AskAsync(filter with { Page = 0 }, cancellation);
        await log.Looked("tasks.export", $"{view.Found}", gate.ScopesOf(PlansModule.Read).FirstOrDefault()?.Role, cancellation);
        var csv = new Csv().Row(
            "Chủ trì",
            "Nhiệm vụ",
            "Phối hợp",
            "Kết quả phải có",
            "Hạn",
            "Hạn theo",
            "Tình trạng",
            "Các nơi đã xong",
            "Quá hạn",
            "Giao cho",
            "Chưa có tài khoản",
            "Đang hỏi",
            "Việc của tôi",
            "Kế hoạch",
            "Của"
        );
        foreach (var c in view.Cases)
        {
            csv.Row(
                c.Task.Lead,
                c.Task.What,
                string.Join("; ", c.Task.PartnerList),
                c.Product,
                c.Due,
                c.Due is null ? ""
                    : c.Said is { } said ? $"câu trong kế hoạch: {said.Words}"
                    : "người giao đặt",
                TaskWords.Of(c.State, c.IsPart),
                view.Parts.GetValueOrDefault((c.Plan.Id, c.Task.Place)) is { Asked: > 0 } parts ? $"{parts.Done}/{parts.Asked}" : "",
                c.IsLate ? "x" : "",
                TaskOwners.RoleOf(c.Task, c.Followed, tree[c.Plan.AreaId].Kind) is { } role ? RoleWords.Of(role) : "",
                view.Unreached.Contains((c.Plan.Id, c.Task.Place)) ? "x" : "",
                c is { IsOpen: true, Followed.Asking: true } ? "x" : "",
                c.IsOwn ? "x" : "",
                PlanWords.NameOf(c.Plan),
                c.Plan.OrganisationName ?? tree[c.Plan.AreaId].FullName
            );
        }
        return csv.ToBytes();
    }
}
