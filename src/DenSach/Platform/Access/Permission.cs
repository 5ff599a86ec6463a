using System.Collections.Frozen;

namespace DenSach.Platform.Access;

/// <summary>
/// One thing an account may do. <paramref name="Code"/> is what pages and endpoints name, <paramref name="Name"/> what people read,
/// <paramref name="Scopes"/> the kinds of scope it accepts, <paramref name="Roles"/> who holds it.
/// </summary>
public sealed record Permission(string Code, string Name, ScopeKind[] Scopes, Role[] Roles)
{
    public static Permission In(string code, string name, params Role[] roles) => new(code, name, [ScopeKind.Area], roles);
}

/// <summary>Every permission of the application, collected from the modules. A code nobody declared fails at start, not at the first click.</summary>
public sealed class PermissionCatalog(IEnumerable<Permission> permissions)
{
    private readonly FrozenDictionary<string, Permission> byCode = permissions.ToFrozenDictionary(p => p.Code);

    public IEnumerable<Permission> All => byCode.Values.OrderBy(p => p.Code, StringComparer.Ordinal);

    public Permission this[string code] =>
        byCode.TryGetValue(code, out var permission) ? permission : throw new InvalidOperationException($"No module declares the permission \"{code}\".");
}
