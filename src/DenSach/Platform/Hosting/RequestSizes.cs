using System.Buffers;
using Microsoft.AspNetCore.Http.Features;

namespace DenSach.Platform.Hosting;

/// <summary>How much a request may carry. A page that takes files says <c>[RequestSizeLimit(RequestSizes.Upload)]</c>.</summary>
public static class RequestSizes
{
    public const long Form = 1L << 20;

    public const long Upload = 20L << 20;

    /// <summary>Beyond this nothing is read to the end: the line is cut.</summary>
    private const long Patience = 300L << 20;

    /// <summary>The limit that was passed, in bytes; for the page that says so.</summary>
    internal static readonly object Passed = new();

    /// <summary>
    /// Refuses what is announced as too large. A browser shows our sentence only after it has sent everything, so what it sends is read and thrown away,
    /// for a while: placed after authorization, it is done for those who may post here.
    /// </summary>
    internal static void UseRequestSizes(this IApplicationBuilder app) =>
        app.Use(
            async (context, next) =>
            {
                var limit = context.Features.Get<IHttpMaxRequestBodySizeFeature>();
                if (limit is not { IsReadOnly: false, MaxRequestBodySize: { } most } || !(context.Request.ContentLength > most))
                {
                    await next(context);
                    return;
                }
                if (context.Request.ContentLength <= Patience)
                {
                    limit.MaxRequestBodySize = null;
                    await ThrowAwayAsync(context.Request.Body, context.RequestAborted);
                }
                context.Items[Passed] = most;
                context.Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
            }
        );

    private static async Task ThrowAwayAsync(Stream body, CancellationToken aborted)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(aborted);
        patience.CancelAfter(TimeSpan.FromSeconds(60));
        var buffer = ArrayPool<byte>.Shared.Rent(64 * 1024);
        try
        {
            while (await body.ReadAsync(buffer, patience.Token) > 0) { }
        }
        catch (OperationCanceledException) when (!aborted.IsCancellationRequested)
        {
            // Too slow to wait for; the answer goes out now.
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}
