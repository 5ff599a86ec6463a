using DenSach.Papers.Documents;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace DenSach.Platform.Papers;

/// <summary>The words of official papers, read once at start from content/papers; a fault stops the start and names the file.</summary>
public sealed class PaperShelf
{
    /// <summary>Stands on every page of a paper that rests on a sample.</summary>
    public const string SampleMark = "BẢN MẪU – KHÔNG CÓ GIÁ TRỊ PHÁP LÝ";

    private readonly Dictionary<string, PaperTemplate> byId = new(StringComparer.Ordinal);

    public PaperShelf(string folder)
    {
        var reader = new DeserializerBuilder().WithNamingConvention(CamelCaseNamingConvention.Instance).Build();
        foreach (var file in Directory.EnumerateFiles(folder, "*.yaml").Order(StringComparer.Ordinal))
        {
            try
            {
                var template = reader.Deserialize<PaperTemplate>(File.ReadAllText(file));
                byId.Add(template.Id, template);
            }
            catch (YamlDotNet.Core.YamlException fault)
            {
                throw new InvalidOperationException($"{Path.GetFileName(file)}, line {fault.Start.Line}: {fault.InnerException?.Message ?? fault.Message}", fault);
            }
        }
    }

    public PaperTemplate Get(string id) => byId.TryGetValue(id, out var template) ? template : throw new InvalidOperationException($"content/papers has no template \"{id}\".");
}
