using DenSach.Platform.Access;
using DenSach.Tests.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace DenSach.Tests.Architecture;

public sealed class EndpointRules(SqliteApp app) : IClassFixture<SqliteApp>
{
    [Fact]
    public void Every_endpoint_says_who_may_come_in()
    {
        var endpoints = app.Services.GetRequiredService<IEnumerable<EndpointDataSource>>().SelectMany(source => source.Endpoints).ToList();
        endpoints.Count.ShouldBeGreaterThan(20);
        endpoints.Where(e => !IsDecided(e)).Select(e => e.DisplayName).ShouldBeEmpty();
    }

    [Fact]
    public void Every_permission_an_endpoint_needs_is_declared_by_a_module()
    {
        var catalog = app.Services.GetRequiredService<PermissionCatalog>();
        foreach (
            var needs in app
                .Services.GetRequiredService<IEnumerable<EndpointDataSource>>()
                .SelectMany(s => s.Endpoints)
                .SelectMany(e => e.Metadata.GetOrderedMetadata<NeedsAttribute>())
        )
        {
            catalog[needs.Permission].Roles.ShouldNotBeEmpty(needs.Permission);
        }
    }

    [Fact]
    public void An_endpoint_without_a_word_is_found()
    {
        IsDecided(new Endpoint(_ => Task.CompletedTask, new EndpointMetadataCollection(), "planted")).ShouldBeFalse();
    }

    private static bool IsDecided(Endpoint endpoint) =>
        endpoint.Metadata.GetMetadata<NeedsAttribute>() is not null
        || endpoint.Metadata.GetMetadata<SignedInAttribute>() is not null
        || endpoint.Metadata.GetMetadata<PublicAttribute>() is not null;
}
