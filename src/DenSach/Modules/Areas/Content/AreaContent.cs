using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace DenSach.Modules.Areas.Content;

/// <summary>The list of areas the product carries, as its file says it. Shorthand is spelled out against the tree as it stands before each reform.</summary>
public sealed class AreaContent
{
    public List<ReformEntry> Reforms { get; set; } = [];

    public static string DefaultFile => Path.Combine(AppContext.BaseDirectory, "content", "areas", "viet-nam.yaml");

    public static AreaContent Read(string file)
    {
        using var reader = File.OpenText(file);
        return new DeserializerBuilder().WithNamingConvention(CamelCaseNamingConvention.Instance).Build().Deserialize<AreaContent>(reader);
    }

    public sealed class ReformEntry
    {
        public string On { get; set; } = "";
        public string Name { get; set; } = "";
        public string Basis { get; set; } = "";
        public List<FoundEntry> Found { get; set; } = [];
        public List<FoundEntry> Join { get; set; } = [];
        public List<MoveEntry> Move { get; set; } = [];
        public List<int> Dissolve { get; set; } = [];
        public List<SucceedEntry> Succeed { get; set; } = [];

        public DateOnly Day => DateOnly.ParseExact(On, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

        /// <summary>A join dissolves what it joins, and takes along what lay in it.</summary>
        public ReformSteps Steps(DatedTree before, bool invented)
        {
            var named = Move.Select(m => m.Area).Concat(Dissolve).Concat(Join.SelectMany(j => j.From)).ToHashSet();
            var into = Join.SelectMany(j => j.From.Select(from => (from, j.Id))).ToDictionary(j => j.from, j => j.Id);
            return new ReformSteps
            {
                Found = [.. Found.Concat(Join).Where(f => invented || !f.Invented).Select(f => f.ToArea())],
                Dissolve = [.. Dissolve, .. into.Keys],
                Move =
                [
                    .. Move.Select(m => new MoveArea(m.Area, m.In)),
                    .. before
                        .Placements.Where(p => p.HoldsOn(Day) && p.ParentId is { } parent && into.ContainsKey(parent) && !named.Contains(p.AreaId))
                        .Select(p => new MoveArea(p.AreaId, into[p.ParentId!.Value])),
                ],
                Successors =
                [
                    .. Succeed.Select(s => new NameSuccessor(s.From, s.To, s.Whole ? Share.Whole : Share.Part)),
                    .. into.Select(j => new NameSuccessor(j.Key, j.Value, Share.Whole)),
                ],
            };
        }
    }

    public sealed class FoundEntry
    {
        public int Id { get; set; }
        public int? In { get; set; }
        public AreaKind Kind { get; set; }
        public string Local { get; set; } = "";
        public string Name { get; set; } = "";
        public string? Code { get; set; }
        public int? Register { get; set; }
        public bool Invented { get; set; }
        public string? Note { get; set; }
        public List<int> From { get; set; } = [];

        public NewArea ToArea() =>
            new(Id, Kind, Name, Local, In)
            {
                Code = Code,
                HomeRegisterId = Register,
                Invented = Invented,
                Note = Note,
            };
    }

    public sealed class MoveEntry
    {
        public int Area { get; set; }
        public int In { get; set; }
    }

    public sealed class SucceedEntry
    {
        public int From { get; set; }
        public int To { get; set; }
        public bool Whole { get; set; }
    }
}
