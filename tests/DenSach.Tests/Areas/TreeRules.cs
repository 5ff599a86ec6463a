using DenSach.Modules.Areas;
using static DenSach.Tests.Areas.Trees;

namespace DenSach.Tests.Areas;

/// <summary>What holds of every tree, whatever reforms made it.</summary>
public class TreeRules
{
    [Fact]
    public void Whatever_reforms_are_recorded_the_tree_has_no_fault() => ForSeeds(150, seed => FromSeed(seed).Faults().ShouldBeEmpty());

    [Fact]
    public void The_copy_in_memory_answers_as_climbing_the_placements_does() =>
        ForSeeds(
            60,
            seed =>
            {
                var dated = FromSeed(seed);
                var tree = AreaTree.Of(dated);
                var random = new Random(seed);
                var ids = dated.Areas.Keys.ToArray();
                for (var n = 0; n < 200; n++)
                {
                    var (a, b, day) = (ids[random.Next(ids.Length)], ids[random.Next(ids.Length)], Day("1/12/2020").AddDays(random.Next(0, 1300)));
                    tree.IsWithin(a, b, day).ShouldBe(LiesIn(dated, a, b, day));
                }
            }
        );

    [Fact]
    public void A_reform_taken_back_leaves_every_row_as_it_was() =>
        ForSeeds(
            150,
            seed =>
            {
                var before = FromSeed(seed);
                var random = new Random(seed ^ 77);
                var on = Day("1/1/2021").AddDays(random.Next(0, 1500));
                var change = before.Apply(Reform(before, on), Step(before, random, on));
                if (!change.Ok)
                {
                    return;
                }
                var applied = before.With(change.Value);
                var back = applied.With(applied.Revert(change.Value.Reform.Id, Recorded).Value);
                back.Positions.ShouldBe(before.Positions, ignoreOrder: true);
                back.Placements.ShouldBe(before.Placements, ignoreOrder: true);
                back.Successions.ShouldBe(before.Successions, ignoreOrder: true);
                back.Areas.Keys.ShouldBe(before.Areas.Keys, ignoreOrder: true);
            }
        );

    [Fact]
    public void A_reform_taken_back_out_of_order_is_refused_or_leaves_a_tree_without_fault() =>
        ForSeeds(
            100,
            seed =>
            {
                var tree = FromSeed(seed);
                foreach (var reform in tree.Reforms.OrderBy(r => r.Id))
                {
                    var change = tree.Revert(reform.Id, Recorded);
                    if (change.Ok)
                    {
                        tree = tree.With(change.Value);
                        tree.Faults().ShouldBeEmpty();
                    }
                    else
                    {
                        change.Problem!.Sentence.ShouldContain("dựa vào kết quả này");
                    }
                }
            }
        );

    [Fact]
    public void A_reform_writes_only_what_it_moves_and_what_lies_under_it() =>
        ForSeeds(
            100,
            seed =>
            {
                var tree = FromSeed(seed);
                var random = new Random(seed ^ 1234);
                var on = Day("1/1/2025");
                var steps = Step(tree, random, on);
                var change = tree.Apply(Reform(tree, on), steps);
                if (!change.Ok)
                {
                    return;
                }
                var moved = steps.Move.Select(m => m.AreaId).Concat(steps.Found.Select(f => f.Id)).ToHashSet();
                var after = tree.With(change.Value);
                change.Value.NewPositions.ShouldAllBe(p => moved.Any(m => LiesIn(after, p.AreaId, m, on)));
                change.Value.ChangedPositions.ShouldAllBe(p => steps.Dissolve.Contains(p.AreaId) || moved.Any(m => LiesIn(after, p.AreaId, m, on)));
            }
        );

    [Fact]
    public void The_rules_really_refuse_something_and_let_most_pass()
    {
        // Guards the properties above: a generator whose reforms were all refused would prove nothing.
        var recorded = Enumerable.Range(0, 100).Sum(seed => FromSeed(seed).Reforms.Count - 1);
        recorded.ShouldBeInRange(600, 1390);
    }
}
