using DenSach.Modules.Criteria;

namespace DenSach.Modules.Assessments.Sheets;

/// <summary>Makes cases ready for scoring: the set they are judged by, and the registry's facts as at the round's day.</summary>
public sealed class FamilySheets(CriteriaShelf shelf)
{
    public FamilySheet For(CaseFile file) =>
        new(file, shelf.Get(file.Assessment.SetId, file.Assessment.SetHash), FamilyFacts.Of(file.Members, file.Absences, file.Round.FactsAsAt));
}
