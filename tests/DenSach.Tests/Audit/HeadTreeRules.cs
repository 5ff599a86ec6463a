using System.Security.Cryptography;
using DenSach.Platform.Audit;
using DenSach.Platform.Data;
using FsCheck;
using FsCheck.Fluent;

namespace DenSach.Tests.Audit;

public sealed class HeadTreeRules
{
    [Fact]
    public void The_same_heads_give_the_same_root_in_whatever_order_they_came()
    {
        Check.One(
            Config.QuickThrowOnFailure,
            Prop.ForAll(
                ArbMap.Default.ArbFor<NonEmptyArray<(PositiveInt, PositiveInt)>>(),
                heads =>
                {
                    var last = heads
                        .Get.Select(h => (Register: 1 + (h.Item1.Get * 7919 % RowId.MaxRegister), Seq: (long)h.Item2.Get))
                        .GroupBy(h => h.Register)
                        .Select(g => g.Last())
                        .ToList();
                    var stepwise = new HeadTree();
                    foreach (var (register, seq) in heads.Get.Select(h => (1 + (h.Item1.Get * 7919 % RowId.MaxRegister), (long)h.Item2.Get)))
                    {
                        stepwise.Set([(register, seq, HashOf(seq))]);
                    }
                    var atOnce = new HeadTree();
                    atOnce.Set(Enumerable.Reverse(last).Select(h => (h.Register, h.Seq, HashOf(h.Seq))));
                    return stepwise.Root.SequenceEqual(atOnce.Root) && stepwise.Registers == atOnce.Registers;
                }
            )
        );
    }

    [Fact]
    public void Every_part_of_a_head_counts()
    {
        var roots = new[] { (7, 1L, HashOf(1)), (8, 1L, HashOf(1)), (7, 2L, HashOf(1)), (7, 1L, HashOf(2)) }.Select(head =>
        {
            var tree = new HeadTree();
            tree.Set([(RowId.MaxRegister, 9, HashOf(9)), head]);
            return Convert.ToHexString(tree.Root);
        });
        roots.Distinct().Count().ShouldBe(4);
    }

    [Fact]
    public void There_is_no_place_for_what_is_no_register()
    {
        Should.Throw<ArgumentOutOfRangeException>(() => new HeadTree().Set([(0, 1, HashOf(1))]));
        Should.Throw<ArgumentOutOfRangeException>(() => new HeadTree().Set([(RowId.MaxRegister + 1, 1, HashOf(1))]));
    }

    private static byte[] HashOf(long seq) => SHA256.HashData(BitConverter.GetBytes(seq));
}
