using System.Globalization;
using System.Text;
using System.Xml;

namespace DenSach.Papers.Sources;

/// <summary>Numbered and bulleted lists of a Word document: the words that Word itself writes before a paragraph.</summary>
internal sealed class DocxLists
{
    private const int Levels = 9;

    private sealed record Level(string Format, string Text, int Start);

    private readonly Dictionary<string, Level[]> _abstract = [];
    private readonly Dictionary<string, string> _abstractOf = [];
    private readonly Dictionary<string, int[]> _counts = [];

    public static DocxLists None { get; } = new();

    public static DocxLists Of(Stream stream)
    {
        var lists = new DocxLists();
        using var xml = DocxFile.Xml(stream);
        var (definition, number, level) = ("", "", 0);
        var inAbstract = false;
        while (xml.Read())
        {
            if (xml.NodeType != XmlNodeType.Element)
            {
                continue;
            }

            switch (xml.LocalName)
            {
                case "abstractNum":
                    (definition, inAbstract) = (Value(xml, "abstractNumId") ?? "", true);
                    lists._abstract[definition] = [.. Enumerable.Repeat(new Level("decimal", "", 1), Levels)];
                    break;
                case "num":
                    (number, inAbstract) = (Value(xml, "numId") ?? "", false);
                    break;
                case "abstractNumId" when !inAbstract:
                    lists._abstractOf[number] = Value(xml, "val") ?? "";
                    break;
                case "lvl" when inAbstract:
                    level = Math.Clamp(Int(Value(xml, "ilvl")) ?? 0, 0, Levels - 1);
                    break;
                case "start" when inAbstract:
                    lists.Set(definition, level, l => l with { Start = Int(Value(xml, "val")) ?? 1 });
                    break;
                case "numFmt" when inAbstract:
                    lists.Set(definition, level, l => l with { Format = Value(xml, "val") ?? "decimal" });
                    break;
                case "lvlText" when inAbstract:
                    lists.Set(definition, level, l => l with { Text = Value(xml, "val") ?? "" });
                    break;
            }
        }

        return lists;
    }

    /// <summary>The list and level that a paragraph style carries.</summary>
    public Dictionary<string, (string Number, int Level)> StylesOf(Stream stream)
    {
        var styles = new Dictionary<string, (string, int)>();
        using var xml = DocxFile.Xml(stream);
        var (style, level) = ("", 0);
        while (xml.Read())
        {
            if (xml.NodeType == XmlNodeType.Element)
            {
                (style, level) = xml.LocalName switch
                {
                    "style" => (Value(xml, "styleId") ?? "", 0),
                    "ilvl" => (style, Int(Value(xml, "val")) ?? 0),
                    _ => (style, level),
                };
                if (xml.LocalName == "numId" && style.Length > 0)
                {
                    styles[style] = (Value(xml, "val") ?? "", level);
                }
            }
        }

        return styles;
    }

    /// <summary>The mark before the next paragraph of a list: "1.", "a)", "-"; empty where the list is unknown or says none.</summary>
    public string Next(string number, int level)
    {
        if (number == "0" || !_abstractOf.TryGetValue(number, out var definition) || !_abstract.TryGetValue(definition, out var levels))
        {
            return "";
        }

        level = Math.Clamp(level, 0, Levels - 1);
        if (levels[level].Format == "bullet")
        {
            return (levels[level].Text is [var sign, ..] && sign is '-' or '–' or '+' or '•' or '*' or '●' or '○' ? sign.ToString() : "-") + " ";
        }

        if (levels[level].Format == "none")
        {
            return "";
        }

        var counts = _counts.TryGetValue(definition, out var known) ? known : _counts[definition] = [.. levels.Select(l => l.Start - 1)];
        counts[level]++;
        for (var deeper = level + 1; deeper < Levels; deeper++)
        {
            counts[deeper] = levels[deeper].Start - 1;
        }

        var text = new StringBuilder(levels[level].Text);
        for (var l = 0; l <= level; l++)
        {
            text.Replace($"%{l + 1}", Written(Math.Max(counts[l], levels[l].Start), levels[l].Format));
        }

        return text.Length == 0 ? "" : text.Append(' ').ToString();
    }

    private void Set(string definition, int level, Func<Level, Level> change) => _abstract[definition][level] = change(_abstract[definition][level]);

    private static string Written(int number, string format) =>
        format switch
        {
            "lowerLetter" => ((char)('a' + ((number - 1) % 26))).ToString(),
            "upperLetter" => ((char)('A' + ((number - 1) % 26))).ToString(),
            "lowerRoman" => Roman(number).ToLowerInvariant(),
            "upperRoman" => Roman(number),
            _ => number.ToString(CultureInfo.InvariantCulture),
        };

    private static string Roman(int number)
    {
        var roman = new StringBuilder();
        foreach (var (value, sign) in new[] { (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I") })
        {
            for (; number >= value && roman.Length < 12; number -= value)
            {
                roman.Append(sign);
            }
        }

        return roman.ToString();
    }

    internal static string? Value(XmlReader xml, string name)
    {
        for (var i = 0; i < xml.AttributeCount; i++)
        {
            xml.MoveToAttribute(i);
            if (xml.LocalName == name)
            {
                var value = xml.Value;
                xml.MoveToElement();
                return value;
            }
        }

        xml.MoveToElement();
        return null;
    }

    internal static int? Int(string? digits) => int.TryParse(digits, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) ? value : null;
}
