using DenSach.Papers.Plans;

namespace DenSach.Papers.Tests.Plans;

/// <summary>The plan on which the first programme runs: everything of it is read as a person reads it.</summary>
public sealed class BinhLuTests
{
    private static readonly string Text = ReceivedPlans.Text("binh-lu-2026");
    private static readonly ExtractedPlan Answer = ReceivedPlans.Answer("binh-lu-2026");
    private static readonly ExtractedPlan Plan = PlanReader.Read(Text);

    [Fact]
    public void The_reading_is_the_same_as_the_answer()
    {
        var differences = PlanComparison.Compare(Answer, Plan);
        differences.Fields.ShouldBeEmpty();
        differences.Targets.Missing.ShouldBeEmpty();
        differences.Targets.Extra.ShouldBeEmpty();
        differences.IsSame.ShouldBeTrue();
        Plan.Targets.Count.ShouldBe(10);
    }

    [Fact]
    public void Head_fields_are_read_though_there_is_no_heading_block()
    {
        Plan.Title.ShouldBe(Answer.Title);
        Plan.Place.ShouldBe("Bình Lư");
        Plan.ParentPlaces.ShouldBe(["tỉnh Lai Châu"]);
        Plan.Number.ShouldBeNull();
        Plan.NumberSuffix.ShouldBe("/KH-UBND");
        Plan.Date.ShouldBeNull();
        Plan.DatePartial.ShouldBe("2026-03");
        Plan.Phases.ShouldBe(Answer.Phases);
        Plan.Titles.ShouldBe(Answer.Titles);
        Plan.Warnings.Select(w => (w.Code, w.Span.Of(Text))).ShouldBe([("solutions", "NHIỆM VỤ VÀ GIẢI PHÁP")]);
    }

    [Fact]
    public void Legal_bases_agencies_recipients_and_signer_are_those_of_the_paper()
    {
        Plan.LegalBases.Select(b => (b.Kind, b.Number, b.Date, b.Issuer)).ShouldBe(Answer.LegalBases.Select(b => (b.Kind, b.Number, b.Date, b.Issuer)));
        Plan.Agencies.ShouldBe(Answer.Agencies);
        Plan.Recipients.ShouldBe(Answer.Recipients);
        Plan.Signer.ShouldBe(Answer.Signer);
    }

    [Fact]
    public void Comparators_holders_and_shares_of_the_target_before_are_told_apart()
    {
        Plan.Targets.Select(t => (t.Value, t.Comparator, t.OfParent, t.TitleContext)).ShouldBe(Answer.Targets.Select(t => (t.Value, t.Comparator, t.OfParent, t.TitleContext)));
    }

    [Fact]
    public void Each_item_points_at_its_own_words_in_the_received_text()
    {
        foreach (var target in Plan.Targets)
        {
            target.Span.Of(Text).ShouldContain($"{target.Value:0}%");
            target.Span.Of(Text).Count(c => c == '%').ShouldBe(1);
        }

        Plan.Deadlines.Single().Span.Of(Text).ShouldContain("trước ngày 31/12 hằng năm");
        Plan.Deadlines.Single().To.ShouldBe("UBND tỉnh và Hội Khuyến học cấp trên");
        Plan.LegalBases[0].Span.Of(Text).ShouldStartWith("Quyết định số 1373/QĐ-TTg");
        Plan.Tasks[0].Span.Of(Text).ShouldStartWith("Chủ trì, phối hợp với các ban, ngành, đoàn thể xã tham mưu UBND xã");
    }

    [Fact]
    public void Work_that_only_supports_or_is_requested_is_marked_so()
    {
        Role("Hội Khuyến học xã Bình Lư").ShouldBe("lead");
        Role("Phòng Văn hóa - Xã hội").ShouldBe("coordinate");
        Role("Ủy ban Mặt trận Tổ quốc và các đoàn thể xã").ShouldBe("requested");

        static string Role(string lead) => Plan.Tasks.First(t => t.Lead == lead).Role;
    }
}
