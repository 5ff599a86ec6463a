using System.Globalization;
using System.Text.RegularExpressions;
using DenSach.Platform.Data;

namespace DenSach.Modules.Areas.Import;

/// <summary>The tree on the command line.</summary>
internal static partial class AreaVerbs
{
    public static async Task<int> ImportAsync(IServiceProvider services, string[] words, CancellationToken cancellation)
    {
        if (words.Length is not (1 or 3) || (words.Length == 3 && words[1] != "--from"))
        {
            Console.Error.WriteLine("Cách dùng: densach area import TỆP.csv [--from NĂM-THÁNG-NGÀY]");
            return 2;
        }
        var file = words[0];
        var text = words.Length == 3 ? words[2] : DayInName().Match(Path.GetFileName(file)).Value;
        if (!DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            Console.Error.WriteLine("Không rõ danh sách có hiệu lực từ ngày nào: hãy thêm --from NĂM-THÁNG-NGÀY, như --from 2025-07-01.");
            return 2;
        }
        if (!File.Exists(file))
        {
            Console.Error.WriteLine($"Không có tệp {file}.");
            return 2;
        }
        using var reader = File.OpenText(file);
        var report = await services.GetRequiredService<ImportUnits>().RunAsync(reader, Path.GetFileName(file), day, cancellation);
        foreach (var error in report.Errors)
        {
            Console.Error.WriteLine(error);
        }
        Console.WriteLine(
            report.Errors.Count > 0
                ? $"{report.Errors.Count} lỗi. Chưa có gì thay đổi: hãy sửa tệp rồi nhập lại."
                : $"Đã thêm {report.Founded} địa bàn từ ngày {day.Written()}; {report.Known} địa bàn đã có từ trước."
        );
        return report.Errors.Count > 0 ? 1 : 0;
    }

    public static async Task<int> CheckAsync(IServiceProvider services, string[] words, CancellationToken cancellation)
    {
        var tree = await services.GetRequiredService<AppDb>().ReadTreeAsync(cancellation);
        var faults = tree.Faults().ToList();
        foreach (var fault in faults)
        {
            Console.Error.WriteLine(fault);
        }
        Console.WriteLine(
            $"{tree.Areas.Count} địa bàn, {tree.Reforms.Count(r => r.RevertedAt is null)} lần sắp xếp, {tree.Positions.Count} vị trí: "
                + (faults.Count == 0 ? "cây đúng." : $"{faults.Count} lỗi.")
        );
        return faults.Count == 0 ? 0 : 1;
    }

    [GeneratedRegex("[0-9]{4}-[0-9]{2}-[0-9]{2}")]
    private static partial Regex DayInName();
}
