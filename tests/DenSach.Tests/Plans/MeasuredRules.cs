using DenSach.Modules.Plans;
using DenSach.Papers.Plans;

namespace DenSach.Tests.Plans;

/// <summary>What a target measures is said whole, with the title to be held, and the title once.</summary>
public sealed class MeasuredRules
{
    [Theory]
    [InlineData("Dòng họ học tập", "Dòng họ đạt danh hiệu học tập", "Dòng họ đạt danh hiệu học tập")]
    [InlineData("Đơn vị học tập", "cơ quan, đơn vị được công nhận danh hiệu học tập", "cơ quan, đơn vị được công nhận danh hiệu học tập")]
    [InlineData("Cộng đồng học tập", "thôn, bản đạt danh hiệu học tập", "thôn, bản đạt danh hiệu học tập (“Cộng đồng học tập”)")]
    [InlineData("Công dân học tập", "người lớn trong gia đình học tập đạt danh hiệu", "người lớn trong gia đình học tập đạt danh hiệu “Công dân học tập”")]
    [InlineData("Công dân học tập", "người lớn trong gia đình học tập", "người lớn trong gia đình học tập đạt danh hiệu “Công dân học tập”")]
    [InlineData("Dòng họ học tập", "dòng họ được công nhận “Dòng họ học tập”", "dòng họ được công nhận “Dòng họ học tập”")]
    [InlineData("Dòng họ học tập", "Dòng họ học tập", "Dòng họ đạt danh hiệu “Dòng họ học tập”")]
    public void The_title_stands_once_also_where_its_words_stand_apart(string title, string measure, string said) =>
        PlanWords.Measured(WrittenPlans.Asking(2026, [WrittenPlans.Target(PlanSubject.Clan, title, measure, 2030, 75, null)]).Targets[0]).ShouldBe(said);
}
