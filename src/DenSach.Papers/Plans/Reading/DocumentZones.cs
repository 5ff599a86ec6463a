using System.Text.RegularExpressions;

namespace DenSach.Papers.Plans.Reading;

/// <summary>The document cut where every plan is cut: head, title and bases, body, closing, appendix.</summary>
internal sealed class DocumentZones
{
    private static readonly Pattern KindLine = Pattern.Of(@"^(ke hoach|chuong trinh|de an|phuong an)$");
    private static readonly Pattern ClosingLine = Pattern.Of(@"^noi nhan( ?:|$| {2,})");
    private static readonly Pattern SignatureLine = Pattern.Of(
        @"^(tm|kt|tl|tuq)\. ?(uy ban|chu tich|ubnd|ban (chap hanh|thuong vu|chi dao|thuong truc)|thuong truc|bch|btv|bcd|truong ban|giam doc|hieu truong|hoi)"
    );
    private const int LongestClosing = 14;
    private static readonly Pattern AppendixLine = Pattern.Of(@"^phu luc( ([ivx]+|\d+|[a-z]))?\.?$");
    private static readonly Pattern NamedAppendix = Pattern.Of(
        @"^(phu luc|bieu)( so)?( ([ivx]+|\d+|[a-z]))? ?[:.-] ?[a-z]|^phu luc( so)? ([ivx]+|\d+)? ?[a-z]|^bieu( mau)?( so)? \d+$"
    );

    // Schedules behind the signature that do not call themselves an appendix: "BIỂU GIAO CHỈ TIÊU NĂM 2024", "DANH SÁCH BAN CHỈ ĐẠO".
    private static readonly Pattern Schedule = Pattern.Of(
        @"^(bieu|bang|danh muc|danh sach|lo trinh|phan cong|giao chi tieu|chi tieu|tong hop|dang ky|tien do|muc tieu|noi dung|nhiem vu)( [a-z0-9]|$)|^ke hoach (giao|chi tiet|nam|phan cong)\b"
    );
    private static readonly Pattern Attached = Pattern.Of(@"^\(? ?(ban hanh )?(kem theo|dinh kem)\b.{0,20}\bke hoach\b");

    private static readonly Pattern FirstSection = Pattern.Of(@"^(phan )?(i|1|a)[.)/ ]|^phan (thu nhat|thu 1|mot)\b");
    private static readonly Pattern FirstTitle = Pattern.Of(
        @"^(muc dich|muc tieu|quan diem|can cu|co so|su can thiet|tinh hinh|dac diem|thuc trang|danh gia|ket qua|chi tieu|noi dung)\b"
    );

    private DocumentZones(List<MappedText> head, List<Block> preamble, Block body, List<MappedText> closing, Block appendix, MappedText? kindLine)
    {
        Head = head;
        Preamble = preamble;
        Body = body;
        Closing = closing;
        Appendix = appendix;
        KindWord = kindLine;
    }

    /// <summary>Issuing body, number, place and date: all lines above "KẾ HOẠCH".</summary>
    public List<MappedText> Head { get; }

    /// <summary>The line "KẾ HOẠCH", or null.</summary>
    public MappedText? KindWord { get; }

    /// <summary>Title, bases, the sentence that issues the plan.</summary>
    public List<Block> Preamble { get; }

    /// <summary>The sections.</summary>
    public Block Body { get; }

    /// <summary>Recipients and signature.</summary>
    public List<MappedText> Closing { get; }

    /// <summary>Everything behind "PHỤ LỤC".</summary>
    public Block Appendix { get; }

    public static DocumentZones Of(string source)
    {
        var lines = LoneBars.Joined(SourceLines.Of(source));
        var folded = lines.Select(l => l.Folded.Trim()).ToList();
        var builder = new BlockBuilder(lines);

        var kind = folded.FindIndex(l => KindLine.IsMatch(l));
        var afterKind = kind + 1;
        var section = FirstIndex(afterKind, i => FirstSection.IsMatch(folded[i]) && Marker.At(lines[i].Trim(), null) is { Depth: <= Marker.Arabic });
        // Sections without numbers, which only a web page or an editor marks as headings.
        var titled = FirstIndex(afterKind, i => lines[i].Heading > 0 && FirstTitle.IsMatch(folded[i]));
        section = titled >= 0 && (section < 0 || titled < section) ? titled : section;
        var bodyStart = section < 0 ? afterKind : section;
        var closing = LastIndex(bodyStart, i => ClosingLine.IsMatch(folded[i]));
        // Of two columns written one after the other the signature may come first.
        var signature = LastIndex(closing < 0 ? bodyStart : Math.Max(bodyStart, closing - LongestClosing), i => (closing < 0 || i < closing) && SignatureLine.IsMatch(folded[i]));
        closing = signature >= 0 ? signature : closing;

        var appendix = FirstIndex(
            closing < 0 ? bodyStart : closing,
            i => AppendixLine.IsMatch(folded[i]) || (NamedAppendix.IsMatch(folded[i]) && !lines[i].Text.Any(char.IsLower))
        );
        if (appendix < 0 && closing >= 0)
        {
            appendix = FirstIndex(closing + 1, i => (Schedule.IsMatch(folded[i]) && !lines[i].Text.Any(char.IsLower)) || Attached.IsMatch(folded[i]));
        }

        var end = appendix < 0 ? lines.Count : appendix;
        var bodyEnd = closing < 0 ? end : closing;

        return new DocumentZones(
            lines[..Math.Max(kind, 0)],
            section < 0 && kind < 0 ? [] : builder.Build(lines[afterKind..bodyStart], afterTitle: true),
            Block.Tree(builder.Build(lines[bodyStart..bodyEnd])),
            closing < 0 ? [] : lines[closing..end],
            Block.Tree(builder.Build(lines[end..])),
            kind < 0 ? null : lines[kind]
        );

        int FirstIndex(int from, Func<int, bool> test) => Enumerable.Range(from, lines.Count - from).Cast<int?>().FirstOrDefault(i => test(i!.Value)) ?? -1;
        int LastIndex(int from, Func<int, bool> test) => Enumerable.Range(from, lines.Count - from).Cast<int?>().LastOrDefault(i => test(i!.Value)) ?? -1;
    }
}
