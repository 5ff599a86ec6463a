namespace DenSach.Platform.Access;

/// <summary>The household, clan or organisation a grant can reach: what it is called and the area it belongs to.</summary>
public sealed record Subject(ScopeKind Kind, Guid Id, int AreaId, string Name);

/// <summary>The module that keeps households, clans and organisations names them for grants. Those it does not keep are left out.</summary>
public interface IKnowSubjects
{
    Task<IReadOnlyList<Subject>> FindAsync(ScopeKind kind, IReadOnlyCollection<Guid> ids, CancellationToken cancellation);
}
