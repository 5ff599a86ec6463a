using System.Globalization;

namespace DenSach.Papers.Sources.Pdf;

/// <summary>The path of an SVG drawing, as far as it goes straight.</summary>
internal static class SvgPath
{
    private const int Longest = 400_000;

    /// <summary>The parts of a path in absolute commands that hold no curve, each as its corners.</summary>
    /// <exception cref="FormatException">A number is no number.</exception>
    public static IEnumerable<List<(double X, double Y)>> Straight(string path)
    {
        var words = path.Length > Longest ? [] : path.Split([' ', ',', '\n'], StringSplitOptions.RemoveEmptyEntries);
        var part = new List<(double X, double Y)>();
        var straight = true;
        for (var i = 0; i < words.Length; i++)
        {
            switch (words[i])
            {
                case "M":
                    if (straight && part.Count > 1)
                    {
                        yield return part;
                    }

                    (part, straight) = ([Point(i + 1)], true);
                    i += 2;
                    break;
                case "L":
                    part.Add(Point(i + 1));
                    i += 2;
                    break;
                case "H":
                    part.Add((Number(i + 1), part[^1].Y));
                    i++;
                    break;
                case "V":
                    part.Add((part[^1].X, Number(i + 1)));
                    i++;
                    break;
                case "Z" when part.Count > 0:
                    part.Add(part[0]);
                    break;
                default:
                    straight = false;
                    break;
            }
        }

        if (straight && part.Count > 1)
        {
            yield return part;
        }

        (double X, double Y) Point(int at) => (Number(at), Number(at + 1));
        double Number(int at) =>
            at < words.Length && double.TryParse(words[at], NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
                ? number
                : throw new FormatException("A number is expected.");
    }
}
