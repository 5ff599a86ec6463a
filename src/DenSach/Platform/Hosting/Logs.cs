using Microsoft.Extensions.Configuration.Memory;

namespace DenSach.Platform.Hosting;

/// <summary>Log lines for the operator: plain, or JSON with DENSACH_LOGS=json. Addresses of requests and values of queries stay out: they may name people.</summary>
internal static class Logs
{
    /// <summary>What is said unless the configuration says otherwise.</summary>
    private static readonly Dictionary<string, string?> Levels = new()
    {
        ["Logging:LogLevel:Default"] = "Information",
        ["Logging:LogLevel:Microsoft.AspNetCore"] = "Warning",
        // Warns at each page with a form that it must not be cached. It is not.
        ["Logging:LogLevel:Microsoft.AspNetCore.Antiforgery"] = "Error",
        ["Logging:LogLevel:Microsoft.EntityFrameworkCore"] = "Warning",
        // Warns where SQLite rebuilds a table outside a transaction. An upgrade has a backup behind it, a new database nothing to lose.
        ["Logging:LogLevel:Microsoft.EntityFrameworkCore.Migrations"] = "Error",
    };

    public static void AddLogs(this WebApplicationBuilder builder)
    {
        ((IConfigurationBuilder)builder.Configuration).Sources.Insert(0, new MemoryConfigurationSource { InitialData = Levels });
        var logging = builder.Logging.ClearProviders();
        if (builder.Configuration["DENSACH_LOGS"] == "json")
        {
            logging.AddJsonConsole(options =>
            {
                options.UseUtcTimestamp = true;
                options.TimestampFormat = "yyyy-MM-dd'T'HH:mm:ss.fff'Z'";
            });
        }
        else
        {
            logging.AddSimpleConsole(options =>
            {
                options.SingleLine = true;
                options.TimestampFormat = "HH:mm:ss ";
            });
        }
    }
}
