using System.Buffers.Binary;
using System.Security.Cryptography;
using DenSach.Platform.Data;

namespace DenSach.Platform.Audit;

/// <summary>
/// A Merkle tree with a place for each of the 2^24 possible registers, the register being the place. Where no chain is, nothing is stored:
/// so the same heads give the same root in whatever order they came, and a head that moves costs 24 hashes.
/// </summary>
public sealed class HeadTree
{
    private const int Depth = 24;
    private static readonly byte[][] Empty = EmptyNodes();
    private readonly Dictionary<int, byte[]>[] levels = [.. Enumerable.Range(0, Depth + 1).Select(_ => new Dictionary<int, byte[]>())];

    public int Registers => levels[0].Count;

    public byte[] Root => levels[Depth].GetValueOrDefault(0, Empty[Depth]);

    public void Set(IEnumerable<(int RegisterId, long Seq, byte[] Hash)> heads)
    {
        var moved = new HashSet<int>();
        foreach (var (register, seq, hash) in heads)
        {
            if (!RowId.IsRegister(register))
            {
                throw new ArgumentOutOfRangeException(nameof(heads), register, "There is no such register.");
            }
            levels[0][register] = Leaf(register, seq, hash);
            moved.Add(register);
        }
        for (var level = 0; level < Depth; level++)
        {
            var parents = moved.Select(place => place >> 1).ToHashSet();
            foreach (var parent in parents)
            {
                levels[level + 1][parent] = Node(At(level, parent << 1), At(level, (parent << 1) | 1));
            }
            moved = parents;
        }
    }

    private byte[] At(int level, int place) => levels[level].GetValueOrDefault(place, Empty[level]);

    private static byte[] Leaf(int register, long seq, ReadOnlySpan<byte> hash)
    {
        // The first byte tells leaves from nodes, so that neither can pass for the other.
        Span<byte> input = stackalloc byte[1 + 4 + 8 + hash.Length];
        input[0] = 0;
        BinaryPrimitives.WriteInt32BigEndian(input[1..], register);
        BinaryPrimitives.WriteInt64BigEndian(input[5..], seq);
        hash.CopyTo(input[13..]);
        return SHA256.HashData(input);
    }

    private static byte[] Node(ReadOnlySpan<byte> left, ReadOnlySpan<byte> right)
    {
        Span<byte> input = stackalloc byte[1 + 32 + 32];
        input[0] = 1;
        left.CopyTo(input[1..]);
        right.CopyTo(input[33..]);
        return SHA256.HashData(input);
    }

    private static byte[][] EmptyNodes()
    {
        var nodes = new byte[Depth + 1][];
        nodes[0] = new byte[32];
        for (var level = 0; level < Depth; level++)
        {
            nodes[level + 1] = Node(nodes[level], nodes[level]);
        }
        return nodes;
    }
}
