using System.Globalization;
using DenSach.Platform.Text;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace DenSach.Modules.Plans;

/// <summary>A document of the central level that plans carry out: what the plans themselves say of it, and nothing more.</summary>
public sealed record NationalDocument(string Number, string Kind, DateOnly IssuedOn, string Issuer, string Title)
{
    public string Written => $"{Kind} số {Number} ngày {Areas.Dated.Written(IssuedOn)} của {Issuer}";
}

/// <summary>The stubs of national documents that the product carries (<c>content/plans/trung-uong.yaml</c>), found by their number.</summary>
public sealed class NationalDocuments
{
    private readonly Dictionary<string, NationalDocument> byNumber;

    public NationalDocuments()
    {
        using var reader = File.OpenText(Path.Combine(AppContext.BaseDirectory, "content", "plans", "trung-uong.yaml"));
        byNumber = new DeserializerBuilder()
            .WithNamingConvention(CamelCaseNamingConvention.Instance)
            .Build()
            .Deserialize<List<Entry>>(reader)
            .Select(e => new NationalDocument(e.Number, e.Kind, DateOnly.ParseExact(e.Date, "yyyy-MM-dd", CultureInfo.InvariantCulture), e.Issuer, e.Title))
            .ToDictionary(d => SearchKey.Of(d.Number));
    }

    /// <summary>All of them, in the order of the file: those that the programme rests on first.</summary>
    public IReadOnlyCollection<NationalDocument> All => byNumber.Values;

    public NationalDocument? Find(string number) => byNumber.GetValueOrDefault(SearchKey.Of(number));

    private sealed class Entry
    {
        public string Number { get; set; } = "";
        public string Kind { get; set; } = "";
        public string Date { get; set; } = "";
        public string Issuer { get; set; } = "";
        public string Title { get; set; } = "";
    }
}
