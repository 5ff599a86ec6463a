namespace DenSach.Platform.Hosting;

/// <summary>
/// The address people reach the application by, as it is printed on slips and drawn on papers: DENSACH_ADDRESS. Without it what the request says, which is
/// right on one machine; behind a proxy the request says what whoever asked has written into it.
/// </summary>
public sealed class PublicAddress(IConfiguration configuration)
{
    private readonly string? configured = Read(configuration["DENSACH_ADDRESS"]);

    /// <summary>Scheme, host and path, without a slash at the end.</summary>
    public string Of(HttpRequest request) => configured ?? $"{request.Scheme}://{request.Host}{request.PathBase}";

    private static string? Read(string? address) =>
        string.IsNullOrWhiteSpace(address) ? null
        : Uri.TryCreate(address.Trim(), UriKind.Absolute, out var uri) && uri.Scheme is "https" or "http" && uri is { Query: "", Fragment: "" }
            ? uri.GetLeftPart(UriPartial.Path).TrimEnd('/')
        : throw new InvalidOperationException($"DENSACH_ADDRESS: \"{address}\" is no address. Write it like https://densach.laichau.gov.vn.");
}
