using DenSach.Papers.Plans.Reading.Tables;

namespace DenSach.Papers.Plans.Reading;

/// <summary>
/// Puts lines back together to paragraphs. A PDF breaks text at every line, with blank lines between, so neither a
/// line break nor an empty line ends a paragraph by itself: markers, closing punctuation, capitals and the width of
/// the line decide.
/// </summary>
internal sealed class BlockBuilder
{
    // A line is "full" from this share of the usual width on: letters have no fixed width.
    private const double FullShare = 0.78;
    private const int WidestPrintedLine = 125;
    private const int LongestPlainHeading = 100;

    private static readonly Pattern PlainHeading = Pattern.Of(
        @"^(muc tieu|chi tieu|den( het| cuoi)? nam|het nam|nam|giai doan|trong nam|phan dau (den|toi)( het| cuoi)? nam|(cac )?(moc|ket thuc) (nam )?\d{4})\b"
    );

    private static readonly Pattern OpensAnew = Pattern.Of(
        @"^(can cu |noi nhan|tren day la|phu luc|ke hoach$|cong hoa xa hoi|so ?:|(tm|kt|tl|tuq)\. |\(?danh muc|\(?co phu luc|dieu \d)"
    );
    private static readonly Pattern EndsATitle = Pattern.Of(
        "^(thuc hien (cac )?(quyet dinh|ke hoach|chi thi|nghi quyet|cong van|huong dan|ket luan|thong bao|y kien|chuong trinh so)|uy ban nhan dan|ubnd|ban chi dao|xet |theo |sau khi |can cu|de (tiep tuc |trien khai|thuc hien|day manh|nang cao)|nham |tiep tuc thuc hien)"
    );

    // "… Gia đình học tập: 75 %; Cộng đồng học tập:" ⏎ "80 %; …": a list of labels with their figures, broken between the two.
    private static readonly Pattern ListOfFigures = Pattern.Of(@"%[^;]{0,40};[^;%]{1,100}:$");
    private static readonly Pattern BareFigure = Pattern.Of(@"^\d{1,3}([.,]\d{1,2})? ?%( tro len)? ?([;,.]|$)");

    private static readonly Pattern AsksForMore = Pattern.Of(@"(^| )(cua|va|ve|cac|voi|theo|tai|cho|trong|den|tu|bang|do|duoc|la|nhung|so|tren|o|hoac|thuc hien|,|-)$");

    private static readonly Pattern EndsInAPlaceKind = Pattern.Of(@"(^| )(tinh|thanh pho|huyen|quan|thi xa|xa|phuong|thi tran)$");
    private static readonly Pattern TwoCapitals = Pattern.Of(@"^\p{Lu}\p{L}* \p{Lu}");

    private readonly double _width;

    public BlockBuilder(IReadOnlyList<MappedText> lines)
    {
        // A row of a table in one line says nothing about how wide the paper is.
        var lengths = lines.Select(l => l.Trim()).Where(l => l.Length > 20 && l.Text[0] != '|').Select(l => l.Length).Order().ToList();
        var usual = lengths.Count == 0 ? 0 : lengths[(int)(lengths.Count * 0.9)];
        _width = usual <= WidestPrintedLine ? usual : double.PositiveInfinity;
    }

    /// <summary>Paragraphs and tables in their order.</summary>
    /// <param name="lines">Lines of one zone.</param>
    /// <param name="afterTitle">The zone holds the title: what speaks of a base or of the issuer begins anew, though the title has no stop.</param>
    public List<Block> Build(List<MappedText> lines, bool afterTitle = false)
    {
        var blocks = new List<Block>();
        var at = 0;
        foreach (var table in TableFinder.In(lines))
        {
            blocks.AddRange(Paragraphs(lines[at..table.Start], afterTitle));
            blocks.Add(Block.Of(table.Table));
            at = table.End;
        }

        blocks.AddRange(Paragraphs(lines[at..], afterTitle));
        return blocks;
    }

    private List<Block> Paragraphs(IEnumerable<MappedText> lines, bool afterTitle)
    {
        var blocks = new List<Block>();
        var parts = new List<MappedText>();
        Marker? marker = null;
        var page = 1;
        var level = 0;
        foreach (var line in lines.Select(l => MappedText.Join([l]).AsHeading(l.Heading)).Where(l => l.Length > 0))
        {
            if (line.Text == (page + 1).ToString(System.Globalization.CultureInfo.InvariantCulture))
            {
                page++; // a page number between two halves of a sentence
                continue;
            }

            var next = Marker.At(line, parts.Count > 0 ? parts[^1] : null) ?? Marker.OfHeading(line.Heading);
            var afterATitle = afterTitle && parts.Count > 0 && EndsATitle.IsMatch(line.Folded) && char.IsUpper(line.Text[0]) && !AsksForMore.IsMatch(parts[^1].Folded);
            if (parts.Count > 0 && (afterATitle || !Continues(parts[^1], line, next)))
            {
                Close();
            }

            if (parts.Count == 0)
            {
                (marker, level) = (next, line.Heading);
            }

            parts.Add(line);
        }

        Close();
        return [.. blocks.Select((b, i) => i + 1 < blocks.Count && IsPlainHeading(b, blocks[i + 1]) ? new Block(b.Content, Marker.LeadIn, 0) { Bold = b.Bold } : b)];

        void Close()
        {
            if (parts.Count == 0)
            {
                return;
            }

            var whole = MappedText.Join(parts);
            var content = Abbreviations.Expand(parts.Count > 1 ? BrokenFigures.Mended(whole) : whole); // "vào năm 20" ⏎ "28"
            var leadIn = marker is null && content.Text.EndsWith(':');
            blocks.Add(new Block(content, marker?.Depth ?? (leadIn ? Marker.LeadIn : Marker.None), marker?.Length ?? 0) { Bullet = marker?.Bullet ?? default, Bold = level > 0 });
            parts.Clear();
        }
    }

    /// <summary>"Mục tiêu đến năm 2025" on a line of its own, without a number, above a list; or any line that is bold as a whole.</summary>
    private static bool IsPlainHeading(Block block, Block next) =>
        block.Depth == Marker.None
        && (next.Depth is Marker.Dash or Marker.Plus || (block.Bold && next is { Depth: Marker.None, Bold: false }))
        && block.Content.Length is > 3 and < LongestPlainHeading
        && char.IsUpper(block.Content.Text[0])
        && block.Content.Text[^1] is not ('.' or ';' or ',')
        && (block.Bold || PlainHeading.IsMatch(block.Content.Folded));

    private bool Continues(MappedText before, MappedText line, Marker? marker)
    {
        var first = line.Text[0];
        var last = before.Text[^1];
        if (Marker.IsBarePart(before) && marker is null)
        {
            return true;
        }

        if (
            marker is not null
            || before.Heading != line.Heading
            || line.Heading is > 0 and < Markdown.Bold
            || (char.IsUpper(first) && OpensAnew.IsMatch(line.Folded))
            || OpensAnew.IsMatch(before.Folded) && IsShout(before)
        )
        {
            return false;
        }

        var startsSmall = char.IsLower(first) || char.IsAsciiDigit(first) || first is ',' or ';' or ')' or '%' or '”';
        if (last is '.' or ';' or ':' or '!' or '?')
        {
            return last == ':' ? ListOfFigures.IsMatch(before.Folded) && BareFigure.IsMatch(line.Folded) : char.IsLower(first);
        }

        if (IsShout(before) != IsShout(line) && !startsSmall)
        {
            return false;
        }

        return last == ','
            || startsSmall
            || before.Length >= FullShare * _width
            || AsksForMore.IsMatch(before.Folded)
            || (EndsInAPlaceKind.IsMatch(before.Folded) && TwoCapitals.IsMatch(line.Text)); // "của UBND huyện" ⏎ "Nông Cống về …"
    }

    private static bool IsShout(MappedText line) => line.Text.Any(char.IsLetter) && !line.Text.Any(char.IsLower);
}
