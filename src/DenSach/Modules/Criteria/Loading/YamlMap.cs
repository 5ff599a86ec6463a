using System.Globalization;
using DenSach.Scoring;

namespace DenSach.Modules.Criteria;

/// <summary>Reads a map key by key, collecting every fault with its line; keys nobody asked for are faults too.</summary>
internal sealed class YamlMap(YamlEntries entries, string place, List<Fault> faults)
{
    private readonly HashSet<string> known = [];

    public int Line => entries.Line;

    public string Place { get; set; } = place;

    public IEnumerable<string> Keys => entries.Values.Keys;

    public bool Has(string key) => Find(key) is not null;

    public bool IsText(string key) => Find(key) is YamlText;

    public void Say(string key, string sentence) => Say(Find(key)?.Line ?? Line, sentence);

    public string Required(string key)
    {
        if (Text(key) is { } text)
            return text;
        if (Find(key) is null)
            Say(Line, $"thiếu mục “{key}”.");
        return "";
    }

    public string? Text(string key)
    {
        switch (Find(key))
        {
            case null:
                return null;
            case YamlText { Value: var text } when text.Trim().Length > 0:
                return text.Trim();
            default:
                Say(key, $"mục “{key}” phải là một dòng chữ.");
                return null;
        }
    }

    public T Choice<T>(string key, T? missing, params (string Word, T Value)[] words)
        where T : struct
    {
        var text = missing is null ? Required(key) : Text(key);
        if (string.IsNullOrEmpty(text))
            return missing ?? words[0].Value;
        foreach (var (word, value) in words)
            if (word == text)
                return value;
        Say(key, $"mục “{key}” không nhận giá trị “{text}”; chỉ nhận: {string.Join(", ", words.Select(word => word.Word))}.");
        return words[0].Value;
    }

    public Points? Points(string key) => Parse<Points>(key, Scoring.Points.TryParse, "số điểm, như 10 hoặc 7,5");

    public Quantity? Quantity(string key) => Parse<Quantity>(key, Scoring.Quantity.TryParse, "một số, như 3 hoặc 2,5");

    public Share? Share(string key) => Parse<Share>(key, Scoring.Share.TryParse, "tỷ lệ, như 90% hoặc 2/3");

    public int? Whole(string key) =>
        Parse<int>(key, (string? text, out int value) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out value), "một số nguyên không âm");

    public DateOnly? Date(string key) =>
        Parse<DateOnly>(
            key,
            (string? text, out DateOnly value) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out value),
            "ngày viết theo năm-tháng-ngày, như 2026-01-31"
        );

    public IReadOnlyList<string> Texts(string key)
    {
        switch (Find(key))
        {
            case null:
                return [];
            case YamlList list when list.Items.All(item => item is YamlText { IsNull: false }):
                return [.. list.Items.Select(item => ((YamlText)item).Value.Trim())];
            default:
                Say(key, $"mục “{key}” phải là một danh sách các dòng chữ.");
                return [];
        }
    }

    public YamlMap? Map(string key, string? inPlace = null)
    {
        switch (Find(key))
        {
            case null:
                return null;
            case YamlEntries inner:
                return new YamlMap(inner, inPlace ?? Place, faults);
            default:
                Say(key, $"mục “{key}” phải có các mục con.");
                return null;
        }
    }

    public IReadOnlyList<YamlMap> Maps(string key)
    {
        switch (Find(key))
        {
            case null:
                return [];
            case YamlList list when list.Items.All(item => item is YamlEntries):
                return [.. list.Items.Select(item => new YamlMap((YamlEntries)item, Place, faults))];
            default:
                Say(key, $"mục “{key}” phải là một danh sách, mỗi phần tử có các mục con.");
                return [];
        }
    }

    /// <summary>This map with what another says instead; one of <paramref name="group"/> there drops all of them here.</summary>
    public YamlMap Overlay(YamlMap other, string without, IReadOnlyCollection<string> group, IReadOnlyCollection<string> leaveOut)
    {
        var replaces = group.Any(other.Has);
        var merged = new Dictionary<string, YamlNode>(StringComparer.Ordinal);
        foreach (var (key, node) in entries.Values)
            if (key != without && !(replaces && group.Contains(key)))
                merged[key] = node;
        foreach (var (key, node) in other.Entries)
            if (!leaveOut.Contains(key))
                merged[key] = node;
        return new YamlMap(new YamlEntries(other.Line, merged), Place, faults);
    }

    /// <summary>Says every key that nothing read.</summary>
    public void Close()
    {
        foreach (var (key, node) in entries.Values)
            if (!known.Contains(key))
                Say(
                    node.Line,
                    $"không hiểu mục “{key}”; các mục dùng được: {string.Join(", ", known.Order(StringComparer.Ordinal))}."
                        + (node is YamlText { IsNull: true } ? " Câu chữ có dấu phẩy hoặc hai chấm phải đặt trong dấu nháy kép." : "")
                );
    }

    private IReadOnlyDictionary<string, YamlNode> Entries => entries.Values;

    private delegate bool Parser<T>(string? text, out T value);

    private T? Parse<T>(string key, Parser<T> parse, string expected)
        where T : struct
    {
        if (Text(key) is not { } text)
            return null;
        if (parse(text, out var value))
            return value;
        Say(key, $"mục “{key}” ghi “{text}”, phải là {expected}.");
        return null;
    }

    private YamlNode? Find(string key)
    {
        known.Add(key);
        return entries.Values.GetValueOrDefault(key) is { } node and not YamlText { IsNull: true } ? node : null;
    }

    private void Say(int line, string sentence)
    {
        var fault = new Fault(Place, sentence, line);
        if (!faults.Contains(fault))
            faults.Add(fault);
    }
}
