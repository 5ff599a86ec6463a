namespace DenSach.Papers.Plans.Reading;

/// <summary>"45/50 đơn vị (90%) cấp huyện quản lý … đạt “Đơn vị học tập”": units that a district or province keeps are organisations; no district holds that title.</summary>
internal static class UnitsOfALevel
{
    private const string Title = "don vi hoc tap";
    private static readonly Pattern Units = Pattern.Of(@"\b(don vi|co quan)\b");

    /// <summary>Whom the clause counts, the organisation where it took the level that keeps it for a place.</summary>
    public static WhomCounted Of(MappedText sentence, TargetClause clause, WhomCounted whom)
    {
        if (whom.Subject is not (PlanSubject.Commune or PlanSubject.District or PlanSubject.Province))
        {
            return whom;
        }

        var rest = sentence.Folded[clause.Start..];
        var part = rest.IndexOf(';', StringComparison.Ordinal);
        var said = part < 0 ? rest : rest[..part];
        return said.Contains(Title, StringComparison.Ordinal) && Units.IsMatch(sentence.Folded[clause.Start..clause.End].Replace(Title, "", StringComparison.Ordinal))
            ? whom with
            {
                Subject = PlanSubject.Organisation,
                Title = Titles.Name("don vi"),
            }
            : whom;
    }
}
