namespace DenSach.Papers.Plans.Reading;

/// <summary>One paragraph, heading or list item of the body, whole again after the line breaks of a PDF.</summary>
internal sealed class Block(MappedText content, int depth, int markerLength)
{
    /// <summary>The words without the marker.</summary>
    public MappedText Content { get; } = content.Slice(Math.Min(markerLength, content.Length)).Trim();

    /// <summary>See <see cref="Marker"/>; <see cref="Marker.None"/> for a plain paragraph.</summary>
    public int Depth { get; } = depth;

    /// <summary>The table that stands here instead of words, or null.</summary>
    public Tables.SourceTable? Table { get; private init; }

    public static Block Of(Tables.SourceTable table) => new(MappedText.Empty, Marker.Table, 0) { Table = table };

    public Block? Parent { get; private set; }

    public List<Block> Children { get; } = [];

    public bool IsHeading => Children.Count > 0;

    public IEnumerable<Block> Ancestors
    {
        get
        {
            for (var block = Parent; block is not null; block = block.Parent)
            {
                yield return block;
            }
        }
    }

    /// <summary>The paragraph right before this one under the same heading, or null.</summary>
    public Block? Before => Parent?.Children.TakeWhile(c => c != this).LastOrDefault();

    public IEnumerable<Block> Descendants => Children.SelectMany(c => c.Descendants.Prepend(c));

    /// <summary>Hangs blocks under their headings by depth. Plain paragraphs hang under the nearest heading that is no list item.</summary>
    public static Block Tree(IReadOnlyList<Block> blocks)
    {
        var root = new Block(MappedText.Empty, 0, 0);
        var open = new Stack<Block>([root]);
        foreach (var block in blocks)
        {
            var plain = block.Depth is Marker.None or Marker.Table;
            var limit = block.Depth == Marker.None ? Marker.Dash : block.Depth;
            while (open.Peek().Depth >= limit)
            {
                open.Pop();
            }

            block.Parent = open.Peek();
            block.Parent.Children.Add(block);
            if (!plain)
            {
                open.Push(block);
            }
        }

        return root;
    }
}
