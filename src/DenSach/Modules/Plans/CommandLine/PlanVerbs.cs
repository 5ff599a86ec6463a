using System.Globalization;
using DenSach.Modules.Areas;
using DenSach.Modules.Plans.Load;
using DenSach.Papers.Plans;

namespace DenSach.Modules.Plans.CommandLine;

/// <summary>Plans on the command line: read one without a database, or take one in.</summary>
internal static class PlanVerbs
{
    public static async Task<int> ReadAsync(IServiceProvider services, string[] words, CancellationToken cancellation)
    {
        var format = words is [_, "--format", var named] ? named : "table";
        if (words.Length is not (1 or 3) || format is not ("json" or "table") || (words.Length == 3 && words[1] != "--format"))
        {
            Console.Error.WriteLine("Cách dùng: densach plan read TỆP.txt [--format json|table]");
            return 2;
        }
        if (await TextAsync(words[0], cancellation) is not { } text)
        {
            return 1;
        }
        var reading = PlanReader.Read(text);
        Console.Out.WriteLine((format == "json" ? PlanJson.Write(reading) : PlanTable.Write(reading)).TrimEnd());
        return 0;
    }

    public static async Task<int> LoadAsync(IServiceProvider services, string[] words, CancellationToken cancellation)
    {
        if (words is not [var file, "--area", var number] || !int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var area))
        {
            Console.Error.WriteLine("Cách dùng: densach plan load TỆP.txt --area SỐ_ĐỊA_BÀN, như --area 2001 cho xã Bình Lư.");
            return 2;
        }
        if (await TextAsync(file, cancellation) is not { } text)
        {
            return 1;
        }
        var command = new LoadPlan.Command
        {
            CommandId = Guid.CreateVersion7(),
            AreaId = area,
            Text = text,
        };
        var result = await services.GetRequiredService<LoadPlan>().Handle(command, cancellation);
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

    private static async Task<string?> TextAsync(string file, CancellationToken cancellation)
    {
        if (!File.Exists(file))
        {
            Console.Error.WriteLine($"Không có tệp {file}.");
            return null;
        }
        var text = PlanFile.Read(Path.GetFileName(file), await File.ReadAllBytesAsync(file, cancellation));
        if (text.Problem is { } problem)
        {
            Console.Error.WriteLine(problem.Sentence);
            return null;
        }
        return text.Value;
    }
}
