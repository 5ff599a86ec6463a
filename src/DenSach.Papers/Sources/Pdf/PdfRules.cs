using System.Globalization;
using System.Xml;

namespace DenSach.Papers.Sources.Pdf;

/// <summary>A straight line on a page: at which height (or how far from the left), from where to where.</summary>
internal readonly record struct Rule(double At, double From, double To);

/// <summary>The straight lines, level and upright, that a page draws: the borders of its tables, and whatever else is drawn so.</summary>
public sealed class PdfRules
{
    /// <summary>A filled box so thin is a line; one thicker is a shade.</summary>
    private const double Thickest = 3;

    /// <summary>Parts of one border lie so close: each cell draws its own, corners are left out, dots are dots.</summary>
    private const double Slack = 3;

    private const double Shortest = 8;
    private const int MostParts = 20_000;

    private readonly List<Rule> _level = [];
    private readonly List<Rule> _upright = [];

    private PdfRules() { }

    internal IReadOnlyList<Rule> Level { get; private set; } = [];

    internal IReadOnlyList<Rule> Upright { get; private set; } = [];

    /// <summary>Reads what <c>pdftocairo -svg</c> writes for one page; no lines where it is not that, or where there are too many to be a page of text.</summary>
    public static PdfRules Of(string svg)
    {
        var rules = new PdfRules();
        try
        {
            using var xml = XmlReader.Create(new StringReader(svg), new() { DtdProcessing = DtdProcessing.Ignore, CheckCharacters = false });
            rules.Read(xml);
        }
        catch (Exception e) when (e is XmlException or FormatException)
        {
            return new();
        }

        if (rules._level.Count + rules._upright.Count <= MostParts)
        {
            (rules.Level, rules.Upright) = (Joined(rules._level), Joined(rules._upright));
        }

        return rules;
    }

    private void Read(XmlReader xml)
    {
        var moved = new Stack<Affine>([Affine.None]);
        while (!xml.EOF)
        {
            if (xml.NodeType == XmlNodeType.EndElement && xml.LocalName == "g" && moved.Count > 1)
            {
                moved.Pop();
            }
            else if (xml.NodeType == XmlNodeType.Element && xml.LocalName is "defs" or "symbol" or "clipPath" or "mask" or "pattern")
            {
                xml.Skip(); // letters and cut-outs
                continue;
            }
            else if (xml is { NodeType: XmlNodeType.Element, LocalName: "g", IsEmptyElement: false })
            {
                moved.Push(moved.Peek().Then(Affine.Of(xml.GetAttribute("transform"))));
            }
            else if (xml is { NodeType: XmlNodeType.Element, LocalName: "path" })
            {
                Path(xml, moved.Peek().Then(Affine.Of(xml.GetAttribute("transform"))));
            }

            xml.Read();
        }
    }

    private void Path(XmlReader xml, Affine moved)
    {
        var style = (xml.GetAttribute("style") ?? "").Split(';').Select(s => s.Split(':')).Where(s => s.Length == 2).ToLookup(s => s[0].Trim(), s => s[1].Trim());
        var (stroke, fill) = (Paint("stroke"), Paint("fill"));
        if (!stroke && !fill)
        {
            return;
        }

        foreach (var part in SvgPath.Straight(xml.GetAttribute("d") ?? "").Select(p => p.ConvertAll(moved.Of)))
        {
            if (stroke)
            {
                part.Zip(part.Skip(1)).ToList().ForEach(s => Line(s.First, s.Second));
            }
            else if (IsBox(part))
            {
                Box(part.Min(p => p.X), part.Min(p => p.Y), part.Max(p => p.X), part.Max(p => p.Y));
            }
        }

        // What is drawn in white divides nothing.
        bool Paint(string kind) =>
            (style[kind].FirstOrDefault() ?? xml.GetAttribute(kind) ?? "none") is not ("none" or "rgb(100%,100%,100%)" or "rgb(100%, 100%, 100%)" or "#ffffff");
    }

    private void Line((double X, double Y) a, (double X, double Y) b)
    {
        if (Math.Abs(a.Y - b.Y) < 0.5)
        {
            _level.Add(new(a.Y, Math.Min(a.X, b.X), Math.Max(a.X, b.X)));
        }
        else if (Math.Abs(a.X - b.X) < 0.5)
        {
            _upright.Add(new(a.X, Math.Min(a.Y, b.Y), Math.Max(a.Y, b.Y)));
        }
    }

    private void Box(double left, double top, double right, double bottom)
    {
        if (bottom - top <= Thickest)
        {
            _level.Add(new((top + bottom) / 2, left, right));
        }

        if (right - left <= Thickest)
        {
            _upright.Add(new((left + right) / 2, top, bottom));
        }
    }

    private static bool IsBox(List<(double X, double Y)> part) =>
        part.Count > 3 && part.Zip(part.Skip(1)).All(s => Math.Abs(s.First.X - s.Second.X) < 0.01 || Math.Abs(s.First.Y - s.Second.Y) < 0.01);

    /// <summary>Dots of one line stand at one height, parts of one border nearly so.</summary>
    private static List<Rule> Joined(List<Rule> parts) => Joined(Joined(parts, Slack / 10, Slack), Slack / 2, Shortest);

    private static List<Rule> Joined(List<Rule> parts, double apart, double shortest)
    {
        var joined = new List<Rule>();
        foreach (var near in Near(parts.OrderBy(p => p.At), p => p.At, apart))
        {
            var at = near.Sum(p => p.At * Math.Max(p.To - p.From, 0.01)) / near.Sum(p => Math.Max(p.To - p.From, 0.01));
            var first = joined.Count;
            foreach (var part in near.OrderBy(p => p.From))
            {
                if (joined.Count > first && part.From <= joined[^1].To + Slack)
                {
                    joined[^1] = joined[^1] with { To = Math.Max(joined[^1].To, part.To) };
                }
                else
                {
                    joined.Add(new(at, part.From, part.To));
                }
            }
        }

        return [.. joined.Where(r => r.To - r.From >= shortest)];
    }

    /// <summary>Things in their order by runs, none of them wider than <paramref name="widest"/>.</summary>
    internal static IEnumerable<List<T>> Near<T>(IOrderedEnumerable<T> ordered, Func<T, double> at, double widest)
    {
        var run = new List<T>();
        foreach (var one in ordered)
        {
            if (run.Count > 0 && at(one) - at(run[0]) > widest)
            {
                yield return run;
                run = [];
            }

            run.Add(one);
        }

        if (run.Count > 0)
        {
            yield return run;
        }
    }

    private readonly record struct Affine(double A, double B, double C, double D, double E, double F)
    {
        public static Affine None => new(1, 0, 0, 1, 0, 0);

        public static Affine Of(string? matrix) =>
            matrix is not null && matrix.StartsWith("matrix(", StringComparison.Ordinal) && Numbers(matrix) is [var a, var b, var c, var d, var e, var f]
                ? new(a, b, c, d, e, f)
                : None;

        public Affine Then(Affine inner) =>
            new(
                (A * inner.A) + (C * inner.B),
                (B * inner.A) + (D * inner.B),
                (A * inner.C) + (C * inner.D),
                (B * inner.C) + (D * inner.D),
                (A * inner.E) + (C * inner.F) + E,
                (B * inner.E) + (D * inner.F) + F
            );

        public (double X, double Y) Of((double X, double Y) p) => ((A * p.X) + (C * p.Y) + E, (B * p.X) + (D * p.Y) + F);

        private static double[] Numbers(string matrix) =>
            [.. matrix[7..].TrimEnd(')').Split([',', ' '], StringSplitOptions.RemoveEmptyEntries).Select(n => double.Parse(n, CultureInfo.InvariantCulture))];
    }
}
