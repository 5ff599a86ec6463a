namespace DenSach.Papers.Plans.Reading.Doubts;

/// <summary>What each paragraph says of times, looked for once: many targets look at the same lines above them.</summary>
internal sealed class BlockTimes(PlanYears plan)
{
    private readonly Dictionary<Block, List<TimeWord>> _words = [];
    private readonly Dictionary<Block, Level> _levels = [];

    private sealed record Level(Dictionary<Block, int> Places, List<(int Place, Block Block)> Governing, List<(int Place, Block Block)> LookingBack);

    private static readonly Pattern Back = Pattern.Of(@"^\(|\b(chi tieu|ty le|ti le|so lieu|con so|muc tieu|noi dung|ket qua) (tren|nay|neu tren|da neu|do)\b");

    public List<TimeWord> Of(Block block)
    {
        if (!_words.TryGetValue(block, out var words))
        {
            _words[block] = words = block.Content.Length > 0 ? TimeWords.In(block.Content, plan.Period) : [];
        }

        return words;
    }

    /// <summary>Lines before the block on its level that name a time and hold no figure of their own, so that they may govern what follows; the nearest first.</summary>
    public IEnumerable<Block> Governing(Block block)
    {
        var level = LevelOf(block);
        return level.Governing.Where(g => g.Place < level.Places[block]).Reverse().Select(g => g.Block);
    }

    /// <summary>Lines behind the block on its level that speak of what stands before them: "(số liệu đến năm 2028)".</summary>
    public IEnumerable<Block> LookingBack(Block block)
    {
        var level = LevelOf(block);
        return level.LookingBack.Where(g => g.Place > level.Places[block]).Select(g => g.Block);
    }

    /// <summary>The block right before on the same level, or null.</summary>
    public Block? Before(Block block) => LevelOf(block).Places[block] is > 0 and var place ? block.Parent!.Children[place - 1] : null;

    private Level LevelOf(Block block)
    {
        var parent = block.Parent!;
        if (!_levels.TryGetValue(parent, out var level))
        {
            var timed = parent.Children.Select((c, i) => (Place: i, Block: c)).Where(c => !c.Block.IsHeading && Of(c.Block).Count > 0 && HasNoFigure(c.Block.Content)).ToList();
            _levels[parent] = level = new(
                parent.Children.Select((c, i) => (c, i)).ToDictionary(c => c.c, c => c.i),
                timed,
                [.. timed.Where(c => Back.IsMatch(c.Block.Content.Folded))]
            );
        }

        return level;
    }

    private static bool HasNoFigure(MappedText content) => TargetFigure.Percentages(content).Count == 0 && TargetFigure.Counts(content).Count == 0;
}
