using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace DenSach.Modules.Registry.Demo;

/// <summary>The invented organisations and clans of content/demo/registry.yaml.</summary>
public sealed class DemoContent
{
    public List<DemoOrganisation> Organisations { get; set; } = [];
    public List<string> Clans { get; set; } = [];

    public static DemoContent Load() =>
        new DeserializerBuilder().WithNamingConvention(CamelCaseNamingConvention.Instance).Build().Deserialize<DemoContent>(File.ReadAllText(PathOf("registry.yaml")));

    public static DemoNames Names() => DemoNames.Load(PathOf("names.yaml"));

    private static string PathOf(string file) => Path.Combine(AppContext.BaseDirectory, "content", "demo", file);

    public sealed class DemoOrganisation
    {
        public string Name { get; set; } = "";
        public OrganisationKind Kind { get; set; }
    }
}
