using DenSach.Papers.Plans;

namespace DenSach.Papers.Tests.Plans;

/// <summary>The five received plans with the answers made by hand from their texts.</summary>
internal static class ReceivedPlans
{
    public static readonly string[] Names = ["binh-lu-2026", "van-hoa-2022", "hung-yen-2022", "an-nghiep-2024", "my-loc-2022"];

    public static string Text(string name) => File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "plans", name + ".txt"));

    public static ExtractedPlan Answer(string name) => PlanJson.Read(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "answers", name + ".json")));
}
