using DenSach.Modules.Registry;
using FsCheck;
using FsCheck.Fluent;

namespace DenSach.Tests.Registry;

public class PeriodRules
{
    private static readonly DateOnly Start = new(2026, 1, 1);

    private static readonly Gen<Period> Periods =
        from first in Gen.Choose(0, 60)
        from length in Gen.Choose(-5, 40)
        select new Period(Start.AddDays(first), length > 30 ? null : Start.AddDays(first + length));

    [Fact]
    public void What_is_left_holds_exactly_the_days_that_were_not_taken_out() =>
        Check.QuickThrowOnFailure(
            Prop.ForAll(
                Periods.ToArbitrary(),
                Periods.ListOf().ToArbitrary(),
                (whole, gaps) =>
                {
                    var left = whole.Without(gaps);
                    return Enumerable
                            .Range(-3, 130)
                            .Select(d => Start.AddDays(d))
                            .All(day => left.Count(p => p.Holds(day)) == (whole.Holds(day) && !gaps.Any(g => g.Holds(day)) ? 1 : 0)) && left.All(p => !p.IsEmpty);
                }
            )
        );
}
