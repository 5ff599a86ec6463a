namespace DenSach.Papers.Plans;

/// <summary>Figures with a warning about their year: too few let a wrong year pass, too many are read by nobody.</summary>
/// <param name="Right">Figures that are right in year, value and subject.</param>
/// <param name="Doubted">Figures whose year is doubted.</param>
/// <param name="DoubtedRight">Those of them that are right.</param>
public readonly record struct YearDoubts(int Right, int Doubted, int DoubtedRight)
{
    /// <summary>Share of the right figures that a person is asked to look at for nothing; 0 where none is right.</summary>
    public double ForNothing => Right == 0 ? 0 : (double)DoubtedRight / Right;

    /// <summary>Adds two counts.</summary>
    public static YearDoubts operator +(YearDoubts a, YearDoubts b) => new(a.Right + b.Right, a.Doubted + b.Doubted, a.DoubtedRight + b.DoubtedRight);

    /// <summary>Those of one plan.</summary>
    public static YearDoubts Of(ExtractedPlan expected, ExtractedPlan actual)
    {
        var open = expected.Targets.Concat(expected.TableTargets).Select(t => (t.Year, t.Value, t.Subject)).ToList();
        var doubts = default(YearDoubts);
        foreach (var target in actual.Targets.Concat(actual.TableTargets))
        {
            var right = open.Remove((target.Year, target.Value, target.Subject)) ? 1 : 0;
            var doubted = actual.Warnings.Any(w => w.Code == "year" && w.Span.Overlaps(target.Span)) ? 1 : 0;
            doubts += new YearDoubts(right, doubted, right * doubted);
        }

        return doubts;
    }
}
