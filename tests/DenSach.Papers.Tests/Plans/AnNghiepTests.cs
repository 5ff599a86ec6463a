using DenSach.Papers.Plans;

namespace DenSach.Papers.Tests.Plans;

/// <summary>A plan of emulation: seven conditions without a number, each under a heading that says for whom it stands.</summary>
public sealed class AnNghiepTests
{
    [Fact]
    public void Each_condition_says_for_whom_it_stands() =>
        PlanReader
            .Read(ReceivedPlans.Text("an-nghiep-2024"))
            .QualitativeTargets.Select(q => string.Join(" ", q.Subjects))
            .ShouldBe(["Organisation", "Organisation", "Commune", "Hamlet", "Household Clan", "Organisation Enterprise", "Citizen"]);

    [Fact]
    public void The_sentence_itself_goes_before_the_heading() =>
        PlanReader
            .Read(new SentenceCase("2. Mục tiêu cụ thể đến năm 2030", "a) Đối với các thôn\n- Xã được công nhận “Cộng đồng học tập”.", []).Text)
            .QualitativeTargets.Single()
            .Subjects.ShouldBe([PlanSubject.Commune]);
}
