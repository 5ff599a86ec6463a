using DenSach.Platform.Data;

namespace DenSach.Platform.Text;

/// <summary>
/// The id of a row as people type it from a paper: 26 letters and digits of Crockford's base 32 in groups, the last one a check.
/// An id of our layout carries 122 bits of its own (version and variant are always the same): 25 characters of five bits. The check is a weighted sum
/// over GF(32), so that one wrong character, or any two that changed places, never passes.
/// </summary>
public static class PublicCode
{
    private const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private const int Length = 26;
    private const int Group = 5;

    /// <summary>Powers of a primitive element of GF(32), x⁵ + x² + 1: a different weight for each place.</summary>
    private static readonly byte[] Powers = MakePowers();

    public static string Of(Guid id)
    {
        if (RowId.RegisterOf(id) is null)
        {
            throw new ArgumentException("Only ids of rows in registers have a public code.", nameof(id));
        }
        var bits = Own(id);
        Span<byte> symbols = stackalloc byte[Length];
        for (var i = Length - 2; i >= 0; i--)
        {
            symbols[i] = (byte)(bits & 31);
            bits >>= 5;
        }
        symbols[^1] = Check(symbols[..^1]);
        var text = new System.Text.StringBuilder(Length + 4);
        for (var i = 0; i < Length; i++)
        {
            if (i > 0 && i % Group == 0 && i < Length - 1)
            {
                text.Append('-');
            }
            text.Append(Alphabet[symbols[i]]);
        }
        return text.ToString();
    }

    /// <summary>The id, or null if it is mistyped. Spaces, hyphens and case say nothing; O is 0, I and L are 1.</summary>
    public static Guid? Parse(string? text)
    {
        Span<byte> symbols = stackalloc byte[Length];
        var count = 0;
        foreach (var c in text ?? "")
        {
            if (char.IsWhiteSpace(c) || c is '-' or '–' or '.')
            {
                continue;
            }
            var at = Alphabet.IndexOf(
                char.ToUpperInvariant(c) switch
                {
                    'O' => '0',
                    'I' or 'L' => '1',
                    var other => other,
                },
                StringComparison.Ordinal
            );
            if (at < 0 || count == Length)
            {
                return null;
            }
            symbols[count++] = (byte)at;
        }
        if (count != Length || symbols[^1] != Check(symbols[..^1]))
        {
            return null;
        }
        UInt128 bits = 0;
        foreach (var symbol in symbols[..^1])
        {
            bits = (bits << 5) | symbol;
        }
        var id = bits >> 122 == 0 ? Whole(bits) : default;
        return RowId.RegisterOf(id) is null ? null : id;
    }

    // An id, most significant bit first: 48 own, 4 version, 12 own, 2 variant, 62 own (RowId).
    private static UInt128 Own(Guid id)
    {
        var all = Read(id);
        return ((all >> 80) << 74) | (((all >> 64) & 0xFFF) << 62) | (all & (((UInt128)1 << 62) - 1));
    }

    private static Guid Whole(UInt128 own)
    {
        var all = ((own >> 74) << 80) | ((UInt128)8 << 76) | (((own >> 62) & 0xFFF) << 64) | ((UInt128)2 << 62) | (own & (((UInt128)1 << 62) - 1));
        Span<byte> bytes = stackalloc byte[16];
        System.Buffers.Binary.BinaryPrimitives.WriteUInt128BigEndian(bytes, all);
        return new Guid(bytes, bigEndian: true);
    }

    private static UInt128 Read(Guid id)
    {
        Span<byte> bytes = stackalloc byte[16];
        id.TryWriteBytes(bytes, bigEndian: true, out _);
        return System.Buffers.Binary.BinaryPrimitives.ReadUInt128BigEndian(bytes);
    }

    private static byte Check(ReadOnlySpan<byte> symbols)
    {
        var sum = 0;
        for (var i = 0; i < symbols.Length; i++)
        {
            // Weights from the second power on: the check itself has weight one.
            sum ^= symbols[i] == 0 ? 0 : Powers[(Log(symbols[i]) + i + 1) % 31];
        }
        return (byte)sum;
    }

    private static int Log(byte value) => Array.IndexOf(Powers, value);

    private static byte[] MakePowers()
    {
        var powers = new byte[31];
        for (int i = 0, value = 1; i < powers.Length; i++)
        {
            powers[i] = (byte)value;
            value <<= 1;
            value = value > 31 ? value ^ 0b100101 : value;
        }
        return powers;
    }
}
