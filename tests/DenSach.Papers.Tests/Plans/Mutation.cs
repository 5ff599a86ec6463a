using DenSach.Papers.Plans;

namespace DenSach.Papers.Tests.Plans;

/// <summary>Plans as accidents leave them: pieces of real texts with letters lost, doubled, exchanged and strewn in. The same seed gives the same texts.</summary>
public sealed class Mutation(IReadOnlyList<string> sources, int seed)
{
    private const int Window = 1200;
    private readonly Random random = new(seed);

    public string Next()
    {
        var source = sources[random.Next(sources.Count)];
        var start = random.Next(Math.Max(1, source.Length - Window));
        return Damage(random.Next(3) == 0 ? source[..Math.Min(Window, source.Length)] : source.Substring(start, Math.Min(Window, source.Length - start)));
    }

    /// <summary>Everything that a reading says where it stands.</summary>
    public static IEnumerable<SourceSpan> AllSpans(ExtractedPlan plan) =>
        plan
            .Targets.Select(t => t.Span)
            .Concat(plan.TableTargets.Select(t => t.Span))
            .Concat(plan.Deadlines.Select(d => d.Span))
            .Concat(plan.Tasks.Select(t => t.Span))
            .Concat(plan.LegalBases.Select(b => b.Span))
            .Concat(plan.CitedDocuments.Select(b => b.Span))
            .Concat(plan.QualitativeTargets.Select(q => q.Span))
            .Concat(plan.Warnings.Select(w => w.Span));

    private string Damage(string text)
    {
        var letters = text.ToList();
        for (var n = random.Next(1, 40); n > 0 && letters.Count > 10; n--)
        {
            var at = random.Next(letters.Count);
            switch (random.Next(6))
            {
                case 0:
                    letters.RemoveAt(at);
                    break;
                case 1:
                    letters.Insert(at, (char)random.Next(0x20, 0x2100));
                    break;
                case 2:
                    letters[at] = (char)random.Next(0xFFFF);
                    break;
                case 3:
                    letters.Insert(at, "%/-“”().,;:\n\t0123456789"[random.Next(23)]);
                    break;
                case 4:
                    letters.InsertRange(at, letters.GetRange(at, Math.Min(random.Next(200), letters.Count - at)));
                    break;
                default:
                    letters.RemoveRange(at, Math.Min(random.Next(60), letters.Count - at));
                    break;
            }
        }

        return new string([.. letters]);
    }
}
