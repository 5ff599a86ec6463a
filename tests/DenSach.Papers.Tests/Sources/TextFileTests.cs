using System.Text;
using DenSach.Papers.Sources;
using DenSach.Papers.Tests.Plans;

namespace DenSach.Papers.Tests.Sources;

/// <summary>Text in any Unicode form is read; text in an old encoding is asked about.</summary>
public sealed class TextFileTests
{
    private const string Sentence = "KẾ HOẠCH xây dựng xã hội học tập, 80% gia đình đạt danh hiệu “Gia đình học tập”";

    public static TheoryData<string> Encodings => ["utf-8", "utf-8+mark", "utf-16", "utf-16+mark", "utf-16BE", "utf-16BE+mark"];

    [Theory]
    [MemberData(nameof(Encodings))]
    public void Unicode_is_read_with_and_without_its_mark(string form)
    {
        var encoding = Encoding.GetEncoding(form.Split('+')[0]);
        byte[] mark = form.EndsWith("mark", StringComparison.Ordinal) ? encoding.GetPreamble() : [];
        TextFile.Read("a.txt", [.. mark, .. encoding.GetBytes(Sentence)]).Text.ShouldBe(Sentence);
    }

    // The same words as they lie in files typed for .VnTime and VNI-Times.
    [Theory]
    [InlineData("kÕ ho¹ch x©y dùng x· héi häc tËp, 80% gia ®×nh", OldEncoding.Tcvn3)]
    [InlineData("keá hoaïch xaây döïng xaõ hoäi hoïc taäp, 80% gia ñình", OldEncoding.Vni)]
    public void An_old_encoding_is_named_and_asked_about_and_then_read(string typed, OldEncoding encoding)
    {
        foreach (var bytes in new[] { Encoding.Latin1.GetBytes(typed), Encoding.UTF8.GetBytes(typed) })
        {
            var asked = TextFile.Read("a.txt", bytes);
            asked.Text.ShouldBeNull();
            asked.Problem!.Code.ShouldBe("encoding");
            asked.Problem.Sentence.ShouldContain(OldEncodings.NameOf(encoding));
            TextFile.Read("a.txt", bytes, encoding).Text.ShouldBe("kế hoạch xây dựng xã hội học tập, 80% gia đình");
        }
    }

    [Fact]
    public void Capitals_of_a_capital_font_stay_capitals() => OldEncodings.ToUnicode("COÄNG HOØA XAÕ HOÄI", OldEncoding.Vni).ShouldBe("CỘNG HÒA XÃ HỘI");

    [Fact]
    public void No_received_plan_is_taken_for_an_old_encoding() => ReceivedPlans.Names.Select(n => OldEncodings.Likely(ReceivedPlans.Text(n))).ShouldAllBe(e => e == null);

    [Theory]
    [InlineData("", "empty")]
    [InlineData("  \n ", "empty")]
    [InlineData("a\0b", "encoding")]
    public void What_is_no_text_gets_a_sentence(string content, string code)
    {
        var source = TextFile.Read("a.txt", Encoding.UTF8.GetBytes(content));
        source.Text.ShouldBeNull();
        source.Problem!.Code.ShouldBe(code);
        source.Problem.Sentence.ShouldContain("“a.txt”");
    }

    [Fact]
    public void Kinds_of_files_are_told_by_their_first_bytes()
    {
        SourceKinds.Of("a.txt", "%PDF-1.7"u8).ShouldBe(SourceKind.Pdf);
        SourceKinds.Of("a.docx", "PK\u0003\u0004.."u8).ShouldBe(SourceKind.Docx);
        SourceKinds.Of("a.xlsx", "PK\u0003\u0004.."u8).ShouldBe(SourceKind.Other);
        SourceKinds.Of("a.txt", [0xFF, 0xD8, 0xFF, 0xE0]).ShouldBe(SourceKind.Image);
        SourceKinds.Of("a.docx", [0xD0, 0xCF, 0x11, 0xE0]).ShouldBe(SourceKind.OldOffice);
        SourceKinds.Of("a.pdf", "chữ thường"u8).ShouldBe(SourceKind.Text);
    }
}
