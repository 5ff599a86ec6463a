using DenSach.Platform.Data;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace DenSach.Benchmarks;

/// <summary>The plainest servers there can be: <c>/nothing</c> reads a self column and answers; <c>/self</c> also sends the bare statements. Nobody is signed in.</summary>
public static class BareServer
{
    public const string Word = "bare-server";

    public sealed record Body(Guid CommandId, int BasedOn, Dictionary<string, string?> Answers, Dictionary<string, string?> Facts, bool HandIn, DateTime? DeviceTime);

    public sealed record Answer(Guid AssessmentId, string Status);

    public static async Task ServeAsync(string url, string connection)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.WebHost.UseUrls(url);
        await using var source = DataSetup.PostgresSource(connection);
        var bare = new BareSubmit(source);
        await using var app = builder.Build();
        app.MapGet("/healthz", () => Results.Ok());
        app.MapPost("/nothing/{id:guid}", (Guid id, Body body) => Results.Ok(new Answer(id, body.HandIn ? "SelfAssessed" : "Registered")));
        app.MapPost(
            "/self/{id:guid}",
            async (Guid id, Body body) =>
            {
                await bare.SubmitAsync(id, System.Text.Json.JsonSerializer.Serialize(body));
                return Results.Ok(new Answer(id, "SelfAssessed"));
            }
        );
        await app.RunAsync();
    }
}
