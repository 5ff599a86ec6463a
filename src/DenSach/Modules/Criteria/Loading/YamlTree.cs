using DenSach.Scoring;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace DenSach.Modules.Criteria;

/// <summary>A piece of a YAML text with the line it stands on. Criteria files come from people: only plain maps, lists
/// and text are read; anchors, aliases and tags are refused, so that a small file cannot grow into a huge tree.</summary>
internal abstract record YamlNode(int Line);

internal sealed record YamlText(int Line, string Value, bool IsNull) : YamlNode(Line);

internal sealed record YamlList(int Line, IReadOnlyList<YamlNode> Items) : YamlNode(Line);

internal sealed record YamlEntries(int Line, IReadOnlyDictionary<string, YamlNode> Values) : YamlNode(Line);

internal static class YamlTree
{
    public const int MostBytes = 256 * 1024;
    private const int MostNodes = 20_000;
    private const int MostDepth = 20;
    private const string Place = "tệp tiêu chí";

    /// <summary>The tree of one document, or null with a fault said.</summary>
    public static YamlNode? Read(string text, List<Fault> faults)
    {
        if (System.Text.Encoding.UTF8.GetByteCount(text) > MostBytes)
        {
            faults.Add(new Fault(Place, $"lớn hơn {MostBytes / 1024} KB; tệp tiêu chí không cần lớn như vậy."));
            return null;
        }
        try
        {
            var parser = new Parser(new StringReader(text));
            parser.Consume<StreamStart>();
            if (!parser.TryConsume<DocumentStart>(out _))
                throw new Refused(1, "tệp trống.");
            var count = 0;
            var root = Node(parser, 0, ref count);
            parser.Consume<DocumentEnd>();
            return parser.Accept<DocumentStart>(out var second) ? throw new Refused(LineOf(second), "chỉ được có một tài liệu trong tệp.") : root;
        }
        catch (Refused refused)
        {
            faults.Add(new Fault(Place, refused.Message, refused.Line));
        }
        catch (Exception broken) when (broken is YamlException or InvalidOperationException)
        {
            // The scanner answers some broken texts with InvalidOperationException, without a place.
            faults.Add(
                new Fault(
                    Place,
                    "sai cú pháp YAML; hãy xem lại dấu hai chấm, ngoặc, dấu nháy và khoảng thụt đầu dòng.",
                    broken is YamlException { Start.Line: > 0 and var line } ? (int)line : null
                )
            );
        }
        return null;
    }

    private static YamlNode Node(IParser parser, int depth, ref int count)
    {
        var next = parser.Current ?? throw new Refused(1, "tệp bị cắt ngang.");
        var line = LineOf(next);
        if (depth > MostDepth)
            throw new Refused(line, $"lồng sâu quá {MostDepth} tầng.");
        if (++count > MostNodes)
            throw new Refused(line, $"có quá {MostNodes} mục.");
        if (next is AnchorAlias or NodeEvent { Anchor.IsEmpty: false })
            throw new Refused(line, "không dùng được bí danh (& và *); hãy viết đủ nội dung.");
        if (next is NodeEvent { Tag.IsEmpty: false })
            throw new Refused(line, "không dùng được thẻ kiểu (!).");
        switch (next)
        {
            case Scalar scalar:
                parser.MoveNext();
                return new YamlText(line, scalar.Value, scalar.Style == ScalarStyle.Plain && scalar.Value is "" or "~" or "null");
            case SequenceStart:
                parser.MoveNext();
                var items = new List<YamlNode>();
                while (!parser.TryConsume<SequenceEnd>(out _))
                    items.Add(Node(parser, depth + 1, ref count));
                return new YamlList(line, items);
            case MappingStart:
                parser.MoveNext();
                var entries = new Dictionary<string, YamlNode>(StringComparer.Ordinal);
                while (!parser.TryConsume<MappingEnd>(out _))
                {
                    if (Node(parser, depth + 1, ref count) is not YamlText key)
                        throw new Refused(line, "tên mục phải là một chữ.");
                    if (!entries.TryAdd(key.Value, Node(parser, depth + 1, ref count)))
                        throw new Refused(key.Line, $"mục “{key.Value}” viết hai lần.");
                }
                return new YamlEntries(line, entries);
            default:
                throw new Refused(line, "sai cấu trúc YAML.");
        }
    }

    private static int LineOf(ParsingEvent parsed) => (int)parsed.Start.Line;

    private sealed class Refused(int line, string sentence) : Exception(sentence)
    {
        public int Line { get; } = line;
    }
}
