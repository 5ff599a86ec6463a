namespace DenSach.Papers.Plans.Reading;

/// <summary>What was read so far, by the paragraph it stands in, so that "các tỷ lệ nêu trên" can look back.</summary>
internal sealed class ReadTargets
{
    private static readonly Pattern Bracket = Pattern.Of(@"\([^()]*\)");

    private readonly List<PlanTarget> _all = [];
    private readonly Dictionary<Block, int> _starts = [];
    private Block? _block;

    public IReadOnlyList<PlanTarget> All => _all;

    /// <summary>The targets of the paragraph that is being read.</summary>
    public IReadOnlyList<PlanTarget> Here => _block is null ? [] : _all[_starts[_block]..];

    public void Open(Block block)
    {
        _block = block;
        _starts[block] = _all.Count;
    }

    public void Add(IEnumerable<PlanTarget> targets) => _all.AddRange(targets);

    public void Add(PlanTarget target) => _all.Add(target);

    /// <summary>The targets of the item that a later one names by its letter and the number over it: "điểm b mục 1". The last such item before; empty where none is.</summary>
    public IReadOnlyList<PlanTarget> Of(string letter, string number)
    {
        var items = _starts.Where(s => s.Key != _block && s.Key.Mark == letter && s.Key.Parent?.Mark == number).Select(s => s.Value).ToList();
        return items is [.., var start] ? _all[start.._starts.Values.Where(v => v > start).DefaultIfEmpty(_all.Count).Min()] : [];
    }

    /// <summary>
    /// The targets of the item right before on the same level: "a) Đến năm 2028: …" and "b) Đến năm 2030: các tỷ lệ trên tương ứng là …". What a bracket says of parts
    /// ("72 % gia đình (thành thị 78 %, nông thôn 70 %)") is not among them.
    /// </summary>
    public IReadOnlyList<PlanTarget> OfTheItemBefore()
    {
        var place = _block?.Parent?.Children.IndexOf(_block) ?? 0;
        if (place <= 0 || _block!.Parent!.Children[place - 1] is not { } before || !_starts.TryGetValue(before, out var start))
        {
            return [];
        }

        var content = before.Content;
        var brackets = Bracket.Matches(content.Folded).Select(m => content.Span(m.Index, m.Index + m.Length)).ToList();
        return _all[start.._starts[_block]].FindAll(t => !brackets.Exists(b => (b.Start <= t.Span.Start && t.Span.Start < b.End) || (b.Start < t.Span.End && t.Span.End <= b.End)));
    }

    /// <summary>
    /// The targets of the paragraph that stands at the same place under the heading before: "2.1 … - 40 % …, 60 % …" and "2.2 … - Các tỷ lệ nêu trên tương ứng
    /// đạt 60 % và 80 %".
    /// </summary>
    public IReadOnlyList<PlanTarget> AtTheSamePlaceBefore()
    {
        if (_block is not { Parent: { Parent: { } above } heading } block)
        {
            return [];
        }

        var place = heading.Children.IndexOf(block);
        var before = above.Children.TakeWhile(c => c != heading).LastOrDefault();
        return before is null || place >= before.Children.Count || !_starts.TryGetValue(before.Children[place], out var start)
            ? []
            : _all[start..(place + 1 < before.Children.Count ? _starts[before.Children[place + 1]] : _starts[heading])];
    }
}
