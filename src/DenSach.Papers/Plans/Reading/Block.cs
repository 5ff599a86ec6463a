namespace DenSach.Papers.Plans.Reading;

/// <summary>One paragraph, heading or list item of the body, whole again after the line breaks of a PDF.</summary>
internal sealed class Block(MappedText content, int depth, int markerLength)
{
    /// <summary>The words without the marker.</summary>
    public MappedText Content { get; } = content.Slice(Math.Min(markerLength, content.Length)).Trim();

    /// <summary>The number or letter it opens with, without its stop ("2", "1.1", "a", "II"); null for a bullet and for none.</summary>
    public string? Mark { get; } =
        content.Text[..Math.Min(markerLength, content.Length)].Trim(' ', '.', ')', '/') is { Length: > 0 } mark && char.IsLetterOrDigit(mark[0]) ? mark : null;

    /// <summary>See <see cref="Marker"/>; <see cref="Marker.None"/> for a plain paragraph.</summary>
    public int Depth { get; private set; } = depth;

    /// <summary>The sign of a bullet, else nothing.</summary>
    public char Bullet { get; init; }

    /// <summary>The source marks it as a heading, or prints all of it bold.</summary>
    public bool Bold { get; init; }

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

    /// <summary>Hangs blocks under their headings by depth. Plain paragraphs hang under the nearest heading that is no list item, tables under such a heading or the item that announces them with a colon.</summary>
    public static Block Tree(IReadOnlyList<Block> blocks)
    {
        var root = new Block(MappedText.Empty, 0, 0);
        var open = new Stack<Block>([root]);
        var bullets = new Dictionary<char, int>();
        foreach (var block in blocks)
        {
            if (block.Depth <= Marker.LeadIn)
            {
                bullets.Clear();
            }
            else if (block.Bullet != default)
            {
                block.Depth = BulletDepth(block, open.Peek(), bullets);
            }

            var plain = block.Depth is Marker.None or Marker.Table;
            var limit = block.Depth == Marker.None ? Marker.Dash : block.Depth;
            while (open.Peek().Depth >= limit || (block.Table is not null && open.Peek().Depth >= Marker.Dash && !open.Peek().Content.Text.EndsWith(':')))
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

    /// <summary>Which bullet is above which is told by their order: "* Năm 2026:" may head a list of "-", though mostly "-" heads one of "+".</summary>
    private static int BulletDepth(Block block, Block last, Dictionary<char, int> bullets)
    {
        if (!bullets.TryGetValue(block.Bullet, out var depth))
        {
            var under = block.Depth > Marker.Dash || last.Content.Text.EndsWith(':');
            depth =
                bullets.Count == 0 ? block.Depth
                : under ? Math.Max(block.Depth, bullets.Values.Max() + 2)
                : bullets.Values.Max();
            bullets[block.Bullet] = depth;
        }

        return depth;
    }
}
