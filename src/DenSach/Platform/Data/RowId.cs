namespace DenSach.Platform.Data;

/// <summary>
/// The id of a row that lives in a register: a UUID of version 8 that carries its register, so that an id alone says where its row is stored.
/// Layout, most significant bit first: 48 bits Unix milliseconds, 4 version, 12 register high, 2 variant, 12 register low, 50 random.
/// The milliseconds only keep new rows together in an index; no time is ever read from an id.
/// </summary>
public static class RowId
{
    public const int MaxRegister = (1 << 24) - 1;

    /// <summary>A new id in the register. Phones make theirs by the same layout.</summary>
    public static Guid New(int registerId)
    {
        if (!IsRegister(registerId))
        {
            throw new ArgumentOutOfRangeException(nameof(registerId), registerId, "A register is a number from 1 to 16,777,215.");
        }
        // Version 7 gives the milliseconds and the random bits; the register is written over two fields of them.
        Span<byte> bytes = stackalloc byte[16];
        Guid.CreateVersion7().TryWriteBytes(bytes, bigEndian: true, out _);
        var high = registerId >> 12;
        var low = registerId & 0xFFF;
        bytes[6] = (byte)(0x80 | (high >> 8));
        bytes[7] = (byte)high;
        bytes[8] = (byte)(0x80 | (low >> 6));
        bytes[9] = (byte)((low << 2) | (bytes[9] & 0x03));
        return new Guid(bytes, bigEndian: true);
    }

    /// <summary>The register an id names, or null if the id is not of our layout (a foreign or mistyped id).</summary>
    public static int? RegisterOf(Guid id)
    {
        Span<byte> bytes = stackalloc byte[16];
        id.TryWriteBytes(bytes, bigEndian: true, out _);
        if (bytes[6] >> 4 != 8 || bytes[8] >> 6 != 2)
        {
            return null;
        }
        var high = ((bytes[6] & 0x0F) << 8) | bytes[7];
        var low = ((bytes[8] & 0x3F) << 6) | (bytes[9] >> 2);
        var register = (high << 12) | low;
        return register == 0 ? null : register;
    }

    public static bool IsRegister(int registerId) => registerId is >= 1 and <= MaxRegister;
}
