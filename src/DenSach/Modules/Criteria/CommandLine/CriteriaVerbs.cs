using DenSach.Modules.Criteria.Publish;
using DenSach.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace DenSach.Modules.Criteria.CommandLine;

/// <summary>Criteria sets on the command line: check one without a database, publish it, list what stands.</summary>
internal static class CriteriaVerbs
{
    public static async Task<int> CheckAsync(string[] words, CancellationToken cancellation)
    {
        var (code, text) = await TextAsync(words, "check", cancellation);
        if (code != 0)
        {
            return code;
        }
        var reading = CriteriaYaml.Read(text);
        if (reading.Set is not { } set)
        {
            return Say(reading);
        }
        Console.Out.WriteLine($"{set.Id} {set.Version}: {set.Title}. {SetWords.Of(set.Status)}; {set.Lines.Count()} chỉ tiêu. Không có lỗi.");
        return 0;
    }

    public static async Task<int> PublishAsync(IServiceProvider services, string[] words, CancellationToken cancellation)
    {
        var (code, text) = await TextAsync(words, "publish", cancellation);
        if (code != 0)
        {
            return code;
        }
        var reading = CriteriaYaml.Read(text);
        if (reading.Set is not { } set)
        {
            return Say(reading);
        }
        var result = await services.GetRequiredService<PublishSet>().Handle(new PublishSet.Command(text) { CommandId = Guid.CreateVersion7() }, cancellation);
        if (result.Problem is { } problem)
        {
            Console.Error.WriteLine(problem.Sentence);
            return 1;
        }
        Console.Out.WriteLine($"Đã ban hành {set.Id} {set.Version}: {set.Title}. {SetWords.Of(set.Status)}. SHA-256 {set.ContentHash}");
        return 0;
    }

    public static async Task<int> ListAsync(IServiceProvider services, string[] words, CancellationToken cancellation)
    {
        var sets = await services.GetRequiredService<AppDb>().Set<PublishedSet>().AsNoTracking().OrderBy(s => s.Id).ThenBy(s => s.PublishedAt).ToListAsync(cancellation);
        foreach (var set in sets)
        {
            var until = set.InForceUntil is { } last ? $" đến {last:yyyy-MM-dd}" : "";
            Console.Out.WriteLine($"{set.Id, -32} {set.Version, -4} {SetWords.Of(set.Status), -36} từ {set.InForceFrom:yyyy-MM-dd}{until}  {set.Title}");
        }
        return 0;
    }

    private static int Say(CriteriaReading reading)
    {
        foreach (var fault in reading.Faults)
        {
            Console.Error.WriteLine(fault.ToString());
        }
        Console.Error.WriteLine($"{reading.Faults.Count} lỗi; chưa có gì được ban hành.");
        return 1;
    }

    private static async Task<(int Code, string Text)> TextAsync(string[] words, string verb, CancellationToken cancellation)
    {
        if (words is not [var file] || file.StartsWith('-'))
        {
            Console.Error.WriteLine($"Cách dùng: densach criteria {verb} TỆP.yaml");
            return (2, "");
        }
        if (!File.Exists(file))
        {
            Console.Error.WriteLine($"Không có tệp {file}.");
            return (1, "");
        }
        var text = CriteriaFile.Read(Path.GetFileName(file), await File.ReadAllBytesAsync(file, cancellation));
        if (text.Problem is { } problem)
        {
            Console.Error.WriteLine(problem.Sentence);
            return (1, "");
        }
        return (0, text.Value);
    }
}
