namespace DenSach.Papers.Plans.Reading;

/// <summary>
/// Where the work of the last agency ends and other things follow, as in text that was pasted with its appendix: a line in capitals without a number
/// ("PHỤ LỤC", "BẢNG PHÂN CÔNG NHIỆM VỤ", "CHỦ TỊCH"), or the head of a table. Nothing from there on is work of that agency.
/// </summary>
internal static class TasksEnd
{
    private static readonly Pattern TableHead = Pattern.Of(@"^(s?tt|so tt|stt)( |$)|^(bieu|bang|phu luc)( so)? ([ivx]+|\d+)\b");

    /// <summary>How many of the children are the agency's work.</summary>
    public static int Of(IReadOnlyList<Block> children)
    {
        var end = 0;
        while (end < children.Count && !Ends(children[end]))
        {
            end++;
        }

        return end;
    }

    /// <summary>What stands behind the work and is neither a heading nor a table that was read, as one place; null where there is none.</summary>
    public static SourceSpan? Unread(IEnumerable<Block> behind)
    {
        var words = behind.Where(b => b.Content.Length > 0).ToList();
        return words.Exists(b => !IsShout(b)) ? new(words[0].Content.Span().Start, words[^1].Content.Span().End) : null;
    }

    private static bool Ends(Block block) => block.Depth == Marker.None && block.Content.Length > 0 && (IsShout(block) || TableHead.IsMatch(block.Content.Folded));

    private static bool IsShout(Block block) => block.Content.Text.Any(char.IsLetter) && !block.Content.Text.Any(char.IsLower);
}
