namespace DenSach.Scoring;

/// <summary>Scores one subject. Guarantees: pure: no clock, no file, no culture; the same input gives the same sheet.</summary>
public static class Scorer
{
    /// <summary>Scores a subject of a set without levels, areas and groups.</summary>
    /// <exception cref="CriteriaFaultException">The set has faults.</exception>
    /// <exception cref="ArgumentException">Answers or facts do not fit the set, see <see cref="ScoringForm.Faults"/>.</exception>
    public static ScoreSheet Score(CriteriaSet set, Facts facts, Answers answers) => Score(set, Subject.Any, facts, answers);

    /// <summary>Scores a subject of a level, area and group.</summary>
    /// <exception cref="CriteriaFaultException">The set has faults.</exception>
    /// <exception cref="ArgumentException">Subject, answers or facts do not fit the set, see <see cref="ScoringForm.Faults"/>.</exception>
    public static ScoreSheet Score(CriteriaSet set, Subject subject, Facts facts, Answers answers) => set.Compile().For(subject).Score(facts, answers);
}
