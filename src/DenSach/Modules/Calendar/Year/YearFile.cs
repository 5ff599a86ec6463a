using DenSach.Modules.Areas;
using DenSach.Modules.Plans;
using DenSach.Platform.Access;
using DenSach.Platform.Audit;
using DenSach.Platform.Text;

namespace DenSach.Modules.Calendar.Year;

/// <summary>The annual cycle as a file for a spreadsheet: what is due, of each plan in a row of its own, and of deadlines whether they were kept. Taking it is told to the audit.</summary>
public sealed class YearFile(Gate gate, ReadLog log)
{
    public async Task<byte[]> WriteAsync(Due due, CancellationToken cancellation)
    {
        var items = due.Items.SelectMany(item => item.Small.Prepend(item)).ToList();
        await log.Looked("calendar.export", $"{items.Count}", gate.ScopesOf(PlansModule.Read).FirstOrDefault()?.Role, cancellation);
        var csv = new Csv().Row(
            "Ngày cuối còn kịp",
            "Loại",
            "Nội dung",
            "Kế hoạch ghi",
            "Gửi",
            "Thực hiện",
            "Tình trạng",
            "Ngày xong",
            "Số báo cáo, lý do",
            "Người ghi",
            "Theo",
            "Của",
            "Của cấp trên"
        );
        foreach (var item in items)
        {
            csv.Row(
                item.Day,
                DueWords.Of(item.Kind),
                item.What,
                item.Said,
                item.SentTo,
                item.Doers,
                DueWords.StateOf(item),
                item.SettledOn,
                DueWords.NoteOf(item),
                item is { ByTask: null, IsSettled: true } ? item.Settled?.ByOffice : null,
                item.Source,
                item.Area,
                item.FromAbove ? "x" : ""
            );
        }
        return csv.ToBytes();
    }
}
