namespace DenSach.Modules.Rounds;

/// <summary>The steps of a round in their order; each has a window.</summary>
public enum RoundStep
{
    Registration,
    SelfAssessment,
    HamletReview,
    Appraisal,
    Posting,
    Decision,
}
