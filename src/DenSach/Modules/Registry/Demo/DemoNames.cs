using System.Text;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace DenSach.Modules.Registry.Demo;

/// <summary>The weighted names of content/demo/names.yaml.</summary>
public sealed class DemoNames
{
    private readonly Dictionary<string, Style> styles;

    private DemoNames(Dictionary<string, Style> styles, IReadOnlyList<(Mixture, int)> mixtures) => (this.styles, Mixtures) = (styles, mixtures);

    public IReadOnlyDictionary<string, Style> Styles => styles;

    /// <summary>How the styles mix in a hamlet, by weight.</summary>
    public IReadOnlyList<(Mixture Mixture, int Weight)> Mixtures { get; }

    public static DemoNames Load(string file)
    {
        var raw = new DeserializerBuilder()
            .WithNamingConvention(CamelCaseNamingConvention.Instance)
            .Build()
            .Deserialize<File>(System.IO.File.ReadAllText(file).Normalize(NormalizationForm.FormC));
        return new DemoNames(
            raw.Styles.ToDictionary(
                s => s.Key,
                s => new Style(
                    Weighted(s.Value.Family),
                    Weighted(s.Value.MaleMiddle),
                    Weighted(s.Value.FemaleMiddle),
                    Weighted(s.Value.Male),
                    Weighted(s.Value.Female),
                    s.Value.SameNameCouples
                )
            ),
            [.. raw.Mixtures.Select(m => (new Mixture(Weighted(m.Where(e => e.Key != "weight"))), m["weight"]))]
        );
    }

    public Style StyleOf(DemoRandom random, Mixture mixture) => styles[random.Pick(mixture.Styles)];

    // In the order of the letters, not of the file: moving a line does not change the people.
    private static List<(string, int)> Weighted(IEnumerable<KeyValuePair<string, int>> weights) =>
        [.. weights.OrderBy(w => w.Key, StringComparer.Ordinal).Select(w => (w.Key, w.Value))];

    public sealed record Mixture(IReadOnlyList<(string Style, int Weight)> Styles);

    public sealed record Style(
        IReadOnlyList<(string Name, int Weight)> Family,
        IReadOnlyList<(string Name, int Weight)> MaleMiddle,
        IReadOnlyList<(string Name, int Weight)> FemaleMiddle,
        IReadOnlyList<(string Name, int Weight)> Male,
        IReadOnlyList<(string Name, int Weight)> Female,
        bool SameNameCouples
    )
    {
        public string FamilyName(DemoRandom random) => random.Pick(Family);

        /// <summary>Of somebody who marries into a family of that name.</summary>
        public string FamilyNameBeside(string other, DemoRandom random)
        {
            var name = FamilyName(random);
            while (!SameNameCouples && name == other)
            {
                name = FamilyName(random);
            }
            return name;
        }

        /// <summary>Middle and given name.</summary>
        public string GivenNames(DemoRandom random, Sex sex) =>
            sex == Sex.Male ? $"{random.Pick(MaleMiddle)} {random.Pick(Male)}" : $"{random.Pick(FemaleMiddle)} {random.Pick(Female)}";
    }

    private sealed class File
    {
        public Dictionary<string, StyleFile> Styles { get; set; } = [];
        public List<Dictionary<string, int>> Mixtures { get; set; } = [];
    }

    private sealed class StyleFile
    {
        public bool SameNameCouples { get; set; }
        public Dictionary<string, int> Family { get; set; } = [];
        public Dictionary<string, int> MaleMiddle { get; set; } = [];
        public Dictionary<string, int> FemaleMiddle { get; set; } = [];
        public Dictionary<string, int> Male { get; set; } = [];
        public Dictionary<string, int> Female { get; set; } = [];
    }
}
