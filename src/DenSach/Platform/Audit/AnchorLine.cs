using System.Text.Json;
using System.Text.Json.Serialization;

namespace DenSach.Platform.Audit;

/// <summary>
/// An anchor as one line of a file outside the database. The first line of a file holds all heads, the following ones those that moved:
/// the file alone tells where every chain stood.
/// </summary>
public sealed record AnchorLine(
    long N,
    DateTime At,
    [property: JsonConverter(typeof(AnchorLine.Hex))] byte[] Root,
    int Registers,
    [property: JsonConverter(typeof(AnchorLine.Hex))] byte[] Previous,
    [property: JsonConverter(typeof(AnchorLine.Hex))] byte[] Hash,
    byte[] Signature,
    byte[] Key,
    IReadOnlyList<AnchorLine.Head> Heads
)
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true };

    public sealed record Head(int Register, long Seq, [property: JsonConverter(typeof(AnchorLine.Hex))] byte[] Hash);

    public static AnchorLine Of(AuditAnchor anchor, IEnumerable<AnchoredHead> heads) =>
        new(
            anchor.N,
            anchor.At,
            anchor.Root,
            anchor.Registers,
            anchor.PreviousHash,
            anchor.Hash,
            anchor.Signature,
            anchor.Key,
            [.. heads.OrderBy(h => h.RegisterId).Select(h => new Head(h.RegisterId, h.Seq, h.Hash))]
        );

    public AuditAnchor Anchor =>
        new()
        {
            N = N,
            At = DateTime.SpecifyKind(At, DateTimeKind.Utc),
            Root = Root,
            Registers = Registers,
            PreviousHash = Previous,
            Hash = Hash,
            Signature = Signature,
            Key = Key,
        };

    public string ToJson() => JsonSerializer.Serialize(this, Options);

    /// <exception cref="FormatException">The line is no anchor.</exception>
    public static AnchorLine Parse(string line)
    {
        try
        {
            var anchor = JsonSerializer.Deserialize<AnchorLine>(line, Options);
            if (anchor is { Root.Length: 32, Previous.Length: 32, Hash.Length: 32 } && anchor.Heads.All(h => h.Hash.Length == 32))
            {
                return anchor;
            }
        }
        catch (JsonException)
        {
            // Told below, in words.
        }
        throw new FormatException("is no anchor");
    }

    internal sealed class Hex : JsonConverter<byte[]>
    {
        public override byte[] Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options)
        {
            try
            {
                return Convert.FromHexString(reader.GetString() ?? "");
            }
            catch (Exception wrong) when (wrong is FormatException or InvalidOperationException)
            {
                throw new JsonException("no hexadecimal number");
            }
        }

        public override void Write(Utf8JsonWriter writer, byte[] value, JsonSerializerOptions options) => writer.WriteStringValue(Convert.ToHexStringLower(value));
    }
}
