namespace DenSach.Modules.Coordination.Committees;

/// <summary>What is typed to correct a member.</summary>
public sealed record MemberFields
{
    public string? Name { get; init; }
    public string? Office { get; init; }
    public string? Position { get; init; }
    public DateOnly? From { get; init; }
    public DateOnly? To { get; init; }

    public static MemberFields Of(CommitteeMember member) =>
        new()
        {
            Name = member.Name,
            Office = member.Office,
            Position = member.Position,
            From = member.From,
            To = member.To,
        };
}

/// <summary>The form under a member.</summary>
public sealed record CorrectForm(CommitteeMember Member, CommitteePage Page);
