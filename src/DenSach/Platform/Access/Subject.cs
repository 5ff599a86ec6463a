namespace DenSach.Platform.Access;

/// <summary>The household, clan or organisation a grant can reach: what it is called and the area it belongs to.</summary>
public sealed record Subject(ScopeKind Kind, Guid Id, int AreaId, string Name);

/// <summary>The module that keeps households, clans and organisations names them for a grant. Null for those it does not keep.</summary>
public interface IKnowSubjects
{
    Task<Subject?> FindAsync(ScopeKind kind, Guid id, CancellationToken cancellation);
}
