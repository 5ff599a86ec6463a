using System.Globalization;
using System.Text;
using DenSach.Modules.Areas;
using DenSach.Modules.Indicators.Table;
using DenSach.Modules.Plans;
using DenSach.Platform.Hosting;

namespace DenSach.Modules.Indicators.CommandLine;

/// <summary><c>densach targets --area ID [--as-at DAY]</c>: the target table in plain text.</summary>
internal static class TargetVerb
{
    public static async Task<int> RunAsync(IServiceProvider services, string[] words, CancellationToken cancellation)
    {
        var (area, day) = words switch
        {
            ["--area", var id] => (id, null),
            ["--area", var id, "--as-at", var on] => (id, on),
            _ => (null, null),
        };
        if (!int.TryParse(area, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            Console.Error.WriteLine("Cách dùng: densach targets --area SỐ_ĐỊA_BÀN [--as-at NĂM-THÁNG-NGÀY], như --area 2001 --as-at 2026-12-31.");
            return 2;
        }
        var asAt = DayInQuery.Read(day, services.GetRequiredService<Clock>().Today, "--as-at");
        var table = asAt.Ok ? await services.GetRequiredService<ReadTargets>().AskAsync(number, asAt.Value, cancellation) : asAt.Problem!;
        if (table.Problem is { } problem)
        {
            Console.Error.WriteLine(problem.Sentence);
            return 1;
        }
        Console.Out.Write(Text(table.Value));
        return 0;
    }

    private static string Text(TargetTable table)
    {
        var text = new StringBuilder();
        text.AppendLine(CultureInfo.InvariantCulture, $"Chỉ tiêu: {table.Area} ({table.AreaId}), số liệu đến hết {table.AsAt.Written()}, cây địa bàn lần {table.TreeRevision}");
        text.AppendLine(
            CultureInfo.InvariantCulture,
            $"Gia đình học tập: {Of(table.Families)}; công nhận trong năm {table.AsAt.Year}: {IndicatorWords.Number(table.RecognisedThisYear)}"
        );
        if (table.RestsOnSample)
        {
            text.AppendLine("BẢN MẪU – KHÔNG CÓ GIÁ TRỊ PHÁP LÝ: có quyết định dựa trên bộ tiêu chí mẫu.");
        }
        foreach (var plan in table.Plans)
        {
            text.AppendLine().AppendLine(plan.RunsFrom is { } first ? $"{plan.Name} (chưa đến kỳ: tính từ năm {first})" : plan.Name);
            foreach (var line in plan.Lines)
            {
                text.AppendLine(
                    CultureInfo.InvariantCulture,
                    $"  {line.Year?.ToString(CultureInfo.InvariantCulture) ?? "–", 4}  {line.Asked, 8}  {PlanWords.Of(line.Subject)}: {line.Words}: {Standing(line)}"
                );
            }
        }
        if (table.Plans.Count == 0)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"Không có kế hoạch nào của {table.PlanOf} đang thực hiện trong ngày này.");
        }
        if (table.Below.Count > 0)
        {
            text.AppendLine().AppendLine(CultureInfo.InvariantCulture, $"Trực thuộc ({table.BelowWithData}/{table.Below.Count} nơi có số liệu)");
            foreach (var below in table.Below)
            {
                text.AppendLine(CultureInfo.InvariantCulture, $"  {below.Area} ({below.AreaId}): {Of(below.Figure)}");
            }
        }
        return text.ToString();
    }

    private static string Standing(TargetLine line) =>
        line.State == TargetState.NoData
            ? IndicatorWords.NoData
            : Of(line.Figure)
                + (line.Gap is > 0 and var gap ? $", còn thiếu {IndicatorWords.Number(gap)} gia đình" : "")
                + (line.NeededToday is { } needed ? $", hôm nay cần {IndicatorWords.Percent(needed)}" : "")
                + $": {IndicatorWords.Of(line.State).ToLower(CultureInfo.CurrentCulture)}";

    private static string Of(Figure figure) =>
        figure is { Numerator: { } above, Denominator: { } below, Percent: { } percent }
            ? $"{IndicatorWords.Number(above)}/{IndicatorWords.Number(below)} = {IndicatorWords.Percent(percent)}"
            : IndicatorWords.NoData;
}
