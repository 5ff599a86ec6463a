using DenSach.Papers.Plans;

namespace DenSach.Papers.Tests.Plans;

/// <summary>Sentences as plans of many provinces phrase them, each with what is to be read of it: year, value, subject, title, and whether the year is doubted.</summary>
public sealed class SentenceTests
{
    public static TheoryData<int> Cases => [.. Enumerable.Range(0, SentenceCase.All.Count)];

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_sentence_reads_as_a_person_reads_it(int number)
    {
        var one = SentenceCase.All[number];
        SentenceCase.Lines(PlanReader.Read(one.Text)).ShouldBe(one.Expected, ignoreOrder: true, one.Goals);
    }
}
