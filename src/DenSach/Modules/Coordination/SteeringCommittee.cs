using DenSach.Platform.Data;
using DenSach.Platform.Errors;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DenSach.Modules.Coordination;

/// <summary>Ban chỉ đạo: set up by a decision, with a permanent body and members who come and go.</summary>
public sealed class SteeringCommittee : RegisterRow, IInArea
{
    private readonly List<CommitteeMember> members = [];

    public required int AreaId { get; init; }
    public required string Name { get; init; }

    /// <summary>Number and day of the decision that set it up, where known.</summary>
    public string? DecisionNumber { get; init; }
    public required DateOnly From { get; init; }
    public DateOnly? To { get; private set; }

    /// <summary>Cơ quan thường trực.</summary>
    public string? PermanentBody { get; init; }
    public IReadOnlyList<CommitteeMember> Members => members;

    public IEnumerable<CommitteeMember> MembersOn(DateOnly day) => members.Where(m => m.From <= day && !(m.To <= day)).OrderBy(m => m.Number);

    public CommitteeMember Appoint(string name, string? office, string position, DateOnly from, DateOnly? to)
    {
        var member = new CommitteeMember
        {
            RegisterId = RegisterId,
            CommitteeId = Id,
            Number = members.Count == 0 ? 1 : members.Max(m => m.Number) + 1,
        };
        member.Write(name, office, position, from, to);
        members.Add(member);
        return member;
    }

    /// <summary>From the day on it is no more, and nobody sits on it.</summary>
    public void Dissolve(DateOnly day)
    {
        To = day;
        foreach (var member in members.Where(m => !(m.To <= day)))
        {
            member.EndOn(day > member.From ? day : member.From);
        }
    }
}

/// <summary>A member from a day up to, not including, another.</summary>
public sealed class CommitteeMember
{
    public required int RegisterId { get; init; }
    public required Guid CommitteeId { get; init; }
    public required int Number { get; init; }
    public string Name { get; private set; } = "";

    /// <summary>Chức vụ, cơ quan: "Phó Chủ tịch UBND xã".</summary>
    public string? Office { get; private set; }

    /// <summary>"Trưởng ban", "Phó Trưởng ban thường trực", "Ủy viên".</summary>
    public string Position { get; private set; } = "";
    public DateOnly From { get; private set; }
    public DateOnly? To { get; private set; }

    public void EndOn(DateOnly day) => To = day;

    /// <summary>Who it is, what for and from when until when; words are trimmed, an empty office is none.</summary>
    public void Write(string name, string? office, string position, DateOnly from, DateOnly? to) =>
        (Name, Office, Position, From, To) = (name.Trim(), string.IsNullOrWhiteSpace(office) ? null : office.Trim(), position.Trim(), from, to);

    /// <summary>Why these cannot be written of a member, or null.</summary>
    public static Problem? Fault(string? name, string? office, string? position) =>
        string.IsNullOrWhiteSpace(name) ? Problem.Invalid("committee.name", "Hãy ghi họ tên của thành viên.", nameof(Name))
        : string.IsNullOrWhiteSpace(position) ? Problem.Invalid("committee.position", "Hãy ghi nhiệm vụ trong ban, như “Ủy viên”.", nameof(Position))
        : CoordinationInReach.TooLong(name, 200) ? Problem.Invalid("committee.name", "Họ tên dài nhất 200 ký tự: hãy viết ngắn lại.", nameof(Name))
        : CoordinationInReach.TooLong(position, 100) ? Problem.Invalid("committee.position", "Nhiệm vụ trong ban dài nhất 100 ký tự: hãy viết ngắn lại.", nameof(Position))
        : CoordinationInReach.TooLong(office, 300) ? Problem.Invalid("committee.office", "Chức vụ và cơ quan dài nhất 300 ký tự: hãy viết ngắn lại.", nameof(Office))
        : null;
}

internal sealed class CommitteeMap : IEntityTypeConfiguration<SteeringCommittee>
{
    public void Configure(EntityTypeBuilder<SteeringCommittee> committee)
    {
        committee.ToTable("steering_committee").IsByRegister();
        committee.Property(c => c.Name).HasMaxLength(300);
        committee.Property(c => c.DecisionNumber).HasMaxLength(60);
        committee.HasIndex(c => c.AreaId);
        committee.HasMany(c => c.Members).WithOne().HasForeignKey(m => new { m.RegisterId, m.CommitteeId }).IsRequired();
        committee.Navigation(c => c.Members).AutoInclude();
    }
}

internal sealed class CommitteeMemberMap : IEntityTypeConfiguration<CommitteeMember>
{
    public void Configure(EntityTypeBuilder<CommitteeMember> member) =>
        member.ToTable("committee_member").IsKeyedByRegister(nameof(CommitteeMember.CommitteeId), nameof(CommitteeMember.Number));
}
