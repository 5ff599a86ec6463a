using DenSach.Papers.Plans;

namespace DenSach.Modules.Plans;

/// <summary>The smaller parts of a reading: goals without a number, bases, committee, phases, lists of names.</summary>
internal static class PlanReadParts
{
    public static void Take(
        ExtractedPlan reading,
        Plan plan,
        List<PlanGoal> goals,
        List<PlanBasis> bases,
        List<PlanMember> members,
        List<PlanPhase> phases,
        List<PlanMention> mentions
    )
    {
        goals.AddRange(
            reading.QualitativeTargets.Select(
                (goal, i) =>
                    new PlanGoal
                    {
                        RegisterId = plan.RegisterId,
                        PlanId = plan.Id,
                        Place = i + 1,
                        Origin = PlanItemOrigin.Read,
                        SpanStart = goal.Span.Start,
                        SpanEnd = goal.Span.End,
                        Year = goal.Year,
                        Text = goal.Text,
                    }
            )
        );
        bases.AddRange(reading.LegalBases.Concat(reading.CitedDocuments).Select((d, i) => BasisOf(d, plan, i + 1, isCited: i >= reading.LegalBases.Count)));
        members.AddRange(
            reading.Committee.Select(
                (member, i) =>
                    new PlanMember
                    {
                        RegisterId = plan.RegisterId,
                        PlanId = plan.Id,
                        Place = i + 1,
                        Origin = PlanItemOrigin.Read,
                        SpanStart = member.Span.Start,
                        SpanEnd = member.Span.End,
                        Who = member.Who,
                        Role = member.Role,
                    }
            )
        );
        phases.AddRange(
            reading.Phases.Select(
                (phase, i) =>
                    new PlanPhase
                    {
                        RegisterId = plan.RegisterId,
                        PlanId = plan.Id,
                        Place = i + 1,
                        Origin = PlanItemOrigin.Read,
                        SpanStart = 0,
                        SpanEnd = 0,
                        FirstYear = phase.From,
                        LastYear = phase.To,
                    }
            )
        );
        var names = reading
            .Agencies.Select(text => (Kind: PlanMentionKind.Agency, Text: text))
            .Concat(reading.Titles.Select(text => (Kind: PlanMentionKind.Title, Text: text)))
            .Concat(reading.Awards.Select(text => (Kind: PlanMentionKind.Award, Text: text)))
            .Concat(reading.Recipients.Select(text => (Kind: PlanMentionKind.Recipient, Text: text)));
        mentions.AddRange(
            names.Select(
                (name, i) =>
                    new PlanMention
                    {
                        RegisterId = plan.RegisterId,
                        PlanId = plan.Id,
                        Place = i + 1,
                        Origin = PlanItemOrigin.Read,
                        SpanStart = 0,
                        SpanEnd = 0,
                        Kind = name.Kind,
                        Text = name.Text,
                    }
            )
        );
    }

    private static PlanBasis BasisOf(CitedDocument document, Plan plan, int place, bool isCited) =>
        new()
        {
            RegisterId = plan.RegisterId,
            PlanId = plan.Id,
            Place = place,
            Origin = PlanItemOrigin.Read,
            SpanStart = document.Span.Start,
            SpanEnd = document.Span.End,
            Kind = document.Kind,
            Number = document.Number,
            IssuedOn = document.Date,
            Issuer = document.Issuer,
            IsCited = isCited,
        };
}
