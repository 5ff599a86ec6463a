namespace DenSach.Benchmarks;

/// <summary>A whole self column of the sample family set, as a form posts it.</summary>
public static class SampleSheet
{
    public const string SetId = "mau-gia-dinh-2026";

    public static Dictionary<string, string?> Answers { get; } =
        new()
        {
            ["1.2"] = "tat-ca",
            ["2.2"] = "tat-ca",
            ["2.3"] = "tim-kiem+an-toan",
            ["3.1"] = "day-du",
            ["3.2"] = "dien-thoai+internet",
            ["4.1"] = "hang-ngay",
            ["4.2"] = "thuong-xuyen",
            ["5.1"] = "no",
            ["5.2"] = "no",
        };

    public static Dictionary<string, string?> Facts { get; } = new() { ["adults_titled"] = "0", ["books"] = "20" };
}
