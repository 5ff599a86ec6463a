using DenSach.Modules.Registry.List;
using DenSach.Platform.Audit;
using DenSach.Platform.Text;

namespace DenSach.Modules.Registry.Export;

/// <summary>The list of households as a file for a spreadsheet. Taking it is told to the audit.</summary>
public sealed class HouseholdExport(HouseholdList list, HouseholdsInReach reach, ReadLog log)
{
    public async Task<byte[]> WriteAsync(HouseholdQuestion question, CancellationToken cancellation)
    {
        var lines = await list.AllAsync(question, cancellation);
        await log.Looked("registry.export", $"{lines.Count}", reach.Role, cancellation);
        var csv = new Csv().Row("Số hộ", "Chủ hộ", "Địa bàn", "Số người", "Cư trú từ", "Vắng từ 6 tháng", "Ghi chú", "Tính đến ngày");
        foreach (var line in lines)
        {
            csv.Row(line.Number, line.HeadName, line.Hamlet, line.Members, line.ResidentFrom, line.LongAway ? "x" : "", line.Invented ? "dữ liệu mẫu" : "", question.AsAt);
        }
        return csv.ToBytes();
    }
}
