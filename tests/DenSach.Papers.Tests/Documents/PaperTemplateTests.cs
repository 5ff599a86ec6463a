using DenSach.Papers.Documents;

namespace DenSach.Papers.Tests.Documents;

public sealed class PaperTemplateTests
{
    private static readonly PaperSignature Signature = new([], "Chủ tịch", null);

    [Fact]
    public void The_shipped_decision_is_a_sample_and_leaves_no_place_open()
    {
        var template = SampleDecision.Template();
        template.Status.ShouldBe("sample");
        template.Articles.Count.ShouldBe(3);
        var html = PaperHtml.Write(SampleDecision.Paper());
        html.ShouldNotContain("{");
        html.ShouldContain("Công nhận 60 gia đình trên địa bàn xã Bình Lư");
    }

    [Fact]
    public void Every_value_that_the_shipped_decision_is_given_is_one_it_needs()
    {
        foreach (var name in SampleDecision.Values().Keys)
        {
            var values = SampleDecision.Values();
            values.Remove(name);
            Should.Throw<PaperTemplateException>(() => SampleDecision.Template().Fill(values, Signature, [])).Message.ShouldContain($"“{name}”");
        }
    }

    [Fact]
    public void A_brace_that_stays_open_is_named_and_a_value_is_never_read_as_a_place()
    {
        Should
            .Throw<PaperTemplateException>(() => new PaperTemplate { Id = "x", Abstract = "năm {nam" }.Fill(new Dictionary<string, string>(), Signature, []))
            .Message.ShouldContain("không đóng");
        new PaperTemplate { Id = "x", Abstract = "năm {nam}" }
            .Fill(new Dictionary<string, string> { ["nam"] = "{khac}" }, Signature, [])
            .Abstract.ShouldBe("năm {khac}");
    }

    [Fact]
    public void A_certificate_has_centred_lines_a_code_and_no_number()
    {
        var paper = new PaperTemplate
        {
            Id = "x",
            IssuingBody = ["Ủy ban nhân dân"],
            Kind = "Giấy công nhận",
            Lines = ["Công nhận gia đình", "{ten}"],
        }.Fill(new Dictionary<string, string> { ["ten"] = "Lò Văn <Thử>" }, Signature, []);
        var html = PaperHtml.Write(
            paper with
            {
                Body =
                [
                    .. paper.Body,
                    new PaperCode(
                        "mã AB",
                        [
                            [true, false],
                            [false, true],
                        ]
                    ),
                ],
            }
        );
        html.ShouldContain("<p class=\"paper-line-name\">Lò Văn &lt;Thử&gt;</p>");
        html.ShouldContain("M0 0h1v1h-1zM1 1h1v1h-1z");
        html.ShouldContain("mã AB");
        html.ShouldNotContain("Số:");
    }

    [Fact]
    public void Rows_need_a_list_to_stand_in() =>
        Should
            .Throw<PaperTemplateException>(() =>
                new PaperTemplate { Id = "x" }.Fill(
                    new Dictionary<string, string>(),
                    Signature,
                    [
                        ["1"],
                    ]
                )
            )
            .Message.ShouldContain("không có danh sách");
}
