using System.Globalization;
using DenSach.Modules.Areas;
using DenSach.Modules.Plans.Load;
using DenSach.Modules.Plans.Reading;
using DenSach.Papers.Plans;
using DenSach.Papers.Sources;

namespace DenSach.Modules.Plans.CommandLine;

/// <summary>Plans on the command line: read one without a database, or take one in.</summary>
internal static class PlanVerbs
{
    private const string ReadUsage = "Cách dùng: densach plan read TỆP [--format json|table] [--encoding tcvn3|vni], TỆP là .txt, .docx hoặc .pdf.";

    public static async Task<int> ReadAsync(string[] words, CancellationToken cancellation)
    {
        var options = words.Skip(1).Chunk(2).ToList();
        var format = options.Where(o => o[0] == "--format").Select(o => o[^1]).FirstOrDefault() ?? "table";
        var encoding = options.Where(o => o[0] == "--encoding").Select(o => o[^1]).FirstOrDefault();
        var wellFormed = words.Length % 2 == 1 && options.All(o => o[0] is "--format" or "--encoding");
        if (!wellFormed || format is not ("json" or "table") || encoding is not (null or "tcvn3" or "vni"))
        {
            Console.Error.WriteLine(ReadUsage);
            return 2;
        }
        OldEncoding? old =
            encoding is null ? null
            : encoding == "vni" ? OldEncoding.Vni
            : OldEncoding.Tcvn3;
        if (await SourceAsync(words[0], old, cancellation) is not { } text)
        {
            return 1;
        }
        var reading = PlanReader.Read(text);
        Console.Out.WriteLine((format == "json" ? PlanJson.Write(reading) : PlanTable.Write(reading)).TrimEnd());
        return 0;
    }

    public static async Task<int> LoadAsync(IServiceProvider services, string[] words, CancellationToken cancellation)
    {
        if (
            words is not [var file, "--area", var number, .. var more]
            || more is not ([] or ["--from-elsewhere"])
            || !int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var area)
        )
        {
            Console.Error.WriteLine(
                "Cách dùng: densach plan load TỆP --area SỐ_ĐỊA_BÀN, như --area 2001 cho xã Bình Lư. Thêm --from-elsewhere nếu kế hoạch do nơi khác ban hành mà vẫn thực hiện ở đây."
            );
            return 2;
        }
        if (await SourceAsync(file, null, cancellation) is not { } text)
        {
            return 1;
        }
        var command = new LoadPlan.Command
        {
            CommandId = Guid.CreateVersion7(),
            AreaId = area,
            Text = text,
            FileName = Path.GetFileName(file),
            FromElsewhere = more.Length > 0,
        };
        var result = await services.GetRequiredService<LoadFile>().Handle(command, await File.ReadAllBytesAsync(file, cancellation), cancellation);
        if (result.Problem is { } problem)
        {
            Console.Error.WriteLine(problem.Sentence);
            return 1;
        }
        foreach (var warning in result.Value.Warnings)
        {
            Console.Out.WriteLine($"Cần kiểm tra: {warning}");
        }
        Console.Out.WriteLine(
            $"Đã nạp kế hoạch cho {services.GetRequiredService<AreaTree>()[area].FullName}: {result.Value.Targets} chỉ tiêu, {result.Value.Deadlines} hạn. Xem /ke-hoach/{result.Value.PlanId}"
        );
        return 0;
    }

    private static async Task<string?> SourceAsync(string file, OldEncoding? encoding, CancellationToken cancellation)
    {
        if (!File.Exists(file))
        {
            Console.Error.WriteLine($"Không có tệp {file}.");
            return null;
        }
        var source = await PlanSource.ReadAsync(Path.GetFileName(file), await File.ReadAllBytesAsync(file, cancellation), encoding, cancellation);
        if (source.Problem is { } problem)
        {
            Console.Error.WriteLine(problem.Sentence);
        }
        else if (source.Mark is { } mark)
        {
            Console.Error.WriteLine($"Lưu ý: {mark}.");
        }
        return source.Text;
    }
}
