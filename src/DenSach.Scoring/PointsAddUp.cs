using System.Numerics;

namespace DenSach.Scoring;

/// <summary>
/// Whether the scored lines add up to the declared points for every level, area and group a subject can have: a form on
/// which 100 points cannot be reached would fail people silently.
/// </summary>
internal static class PointsAddUp
{
    private const int MostCombined = 10;

    public static void Run(CriteriaSet set, SumOfPoints sum, Action<string, string> say)
    {
        if (set.Areas.Count > MostCombined || (set.GroupChoice == GroupChoice.Many && set.Groups.Count > MostCombined))
        {
            say(SetCheck.Whole, $"có quá {MostCombined} điều kiện địa bàn hoặc nhóm kết hợp được với nhau, không kiểm được tổng điểm.");
            return;
        }
        var lines = set
            .Sections.SelectMany(section =>
                section.Lines.Where(line => line.Role == LineRole.Scored).Select(line => (section, line.Points, When: WhenMask.Of(set, line.AppliesTo)))
            )
            .ToList();
        foreach (var subject in Subjects(set))
        {
            var applying = lines.Where(line => line.When.Matches(subject)).ToList();
            var total = applying.Sum(line => (long)line.Points.Hundredths);
            if (total != sum.Max.Hundredths)
            {
                say(SetCheck.Whole, $"điểm các chỉ tiêu cộng lại là {Decimals.Write(total, 2)}, không bằng tổng {sum.Max} đã khai báo{Of(set, subject)}.");
                return;
            }
            foreach (var section in set.Sections)
            {
                var part = applying.Where(line => line.section == section).Sum(line => (long)line.Points.Hundredths);
                if (section.Points is not { } declared || part == declared.Hundredths)
                    continue;
                say($"phần {section.Id}", $"điểm các chỉ tiêu cộng lại là {Decimals.Write(part, 2)}, không bằng {declared} đã khai báo{Of(set, subject)}.");
                return;
            }
        }
    }

    private static IEnumerable<SubjectMask> Subjects(CriteriaSet set)
    {
        foreach (var level in One(set.Levels.Count))
        foreach (var areas in Enumerable.Range(0, 1 << set.Areas.Count))
        foreach (
            var groups in set.GroupChoice == GroupChoice.One || set.Groups.Count == 0
                ? One(set.Groups.Count)
                : Enumerable.Range(1, (1 << set.Groups.Count) - 1).Select(bits => (ulong)bits)
        )
            yield return new SubjectMask(level, (ulong)areas, groups);
    }

    private static IEnumerable<ulong> One(int count) => count == 0 ? [0UL] : Enumerable.Range(0, count).Select(i => 1UL << i);

    private static string Of(CriteriaSet set, SubjectMask subject)
    {
        var names = Names(set.Levels, subject.Level).Concat(Names(set.Areas, subject.Areas)).Concat(Names(set.Groups, subject.Groups)).ToList();
        return names.Count == 0 ? "" : $" (với {string.Join(", ", names)})";
    }

    private static IEnumerable<string> Names(IReadOnlyList<Named> list, ulong bits)
    {
        for (; bits != 0; bits &= bits - 1)
            yield return list[BitOperations.TrailingZeroCount(bits)].Title;
    }
}
