using DenSach.Modules.Assessments.Sheets;
using DenSach.Platform.Errors;
using DenSach.Scoring;

namespace DenSach.Modules.Assessments.Appraise;

/// <summary>Why a family is looked at by itself before it is appraised.</summary>
public enum Oddity
{
    /// <summary>Proposed by the hamlet although its own column does not reach the title.</summary>
    NotMet,

    /// <summary>A line in its favour lacks the evidence it asks for.</summary>
    NoEvidence,

    /// <summary>A figure is typed against the registry's, with a reason.</summary>
    AgainstRegistry,

    /// <summary>The same picture stands with another family.</summary>
    SamePhoto,

    /// <summary>A step was done after its window closed.</summary>
    Late,

    /// <summary>Somebody did a step who should not have, with a reason.</summary>
    Exception,

    /// <summary>Sent back before, and handed in again.</summary>
    Returned,

    /// <summary>A verdict was taken back before, with a reason.</summary>
    Reopened,
}

/// <param name="Text">What it is about: points, a reason given, the other family. Data, in Vietnamese.</param>
public sealed record OddityNote(Oddity Kind, string? Text = null);

/// <summary>A proposed family as the appraisal finds it.</summary>
/// <param name="Sheet">The hamlet's column, scored.</param>
/// <param name="Oddities">Empty for a clean case.</param>
/// <param name="Barred">Why this actor cannot pass it together with others: own household, own work, closed window; null if nothing stands in the way.</param>
public sealed record AppraisalCase(CaseFile File, ScoreSheet Sheet, IReadOnlyList<OddityNote> Oddities, Problem? Barred)
{
    public bool IsClean => Oddities.Count == 0;

    /// <summary>Waits only for a reason why it is late; that can be given for many at once.</summary>
    public bool NeedsLateReason => Barred?.Code == "late_reason";

    public bool MayPassTogether => IsClean && (Barred is null || NeedsLateReason);
}
