using Microsoft.AspNetCore.Authorization;

namespace DenSach.Platform.Access;

/// <summary>The door of a page or endpoint: the actor must hold the permission somewhere. The use case then asks the gate for the very place.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class NeedsAttribute(string permission) : Attribute, IAuthorizeData, IAuthorizationRequirement, IAuthorizationRequirementData
{
    public string Permission { get; } = permission;

    public string? Policy { get; set; }
    public string? Roles { get; set; }
    public string? AuthenticationSchemes { get; set; }

    public IEnumerable<IAuthorizationRequirement> GetRequirements() => [this];
}

/// <summary>Any account that is signed in: the home page, one's own password.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class SignedInAttribute : Attribute, IAuthorizeData
{
    public string? Policy { get; set; }
    public string? Roles { get; set; }
    public string? AuthenticationSchemes { get; set; }
}

/// <summary>Open to everybody on purpose. An endpoint without this, <see cref="SignedInAttribute"/> or <see cref="NeedsAttribute"/> fails a test, and nobody gets in.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class PublicAttribute : Attribute, IAllowAnonymous;

internal sealed class NeedsHandler(Gate gate) : AuthorizationHandler<NeedsAttribute>
{
    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, NeedsAttribute requirement)
    {
        if (gate.AllowsSomewhere(requirement.Permission))
        {
            context.Succeed(requirement);
        }
        return Task.CompletedTask;
    }
}
