using System.Globalization;
using DenSach.Modules.Accounts.OwnSecondStep;
using DenSach.Platform.Access;
using DenSach.Platform.Data;
using DenSach.Platform.Hosting;
using Microsoft.AspNetCore.DataProtection;
using QRCoder;

namespace DenSach.Modules.Accounts;

/// <summary>QR pictures as images of their own, since pages carry nothing inline. What a slip's picture says travels sealed in its address, for ten minutes.</summary>
public sealed class QrImages(IDataProtectionProvider protection, Clock clock)
{
    private static readonly TimeSpan Validity = TimeSpan.FromMinutes(10);
    private readonly IDataProtector protector = protection.CreateProtector("DenSach.Accounts.Qr");

    /// <summary>The address of the picture of a text, for the page that is being written now.</summary>
    public string AddressOf(string text) => $"/tai-khoan/phieu.svg?d={protector.Protect(string.Create(CultureInfo.InvariantCulture, $"{(clock.Now + Validity).Ticks} {text}"))}";

    internal static void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints
            .MapGet("/tai-khoan/phieu.svg", (string? d, QrImages images, HttpContext context) => images.Open(d) is { } text ? Svg(context, text) : Results.NotFound())
            .WithMetadata(new NeedsAttribute(AccountsModule.Manage))
            .ExcludeFromDescription();
        endpoints.MapGet("/toi/ma-xac-thuc/qr.svg", OwnKeyAsync).WithMetadata(new SignedInAttribute()).ExcludeFromDescription();
    }

    private string? Open(string? sealed_)
    {
        var parts = (Sealed.Open(protector, sealed_) ?? "").Split(' ', 2);
        return parts.Length == 2 && long.Parse(parts[0], CultureInfo.InvariantCulture) > clock.Now.Ticks ? parts[1] : null;
    }

    private static async Task<IResult> OwnKeyAsync(HttpContext context, CurrentActor current, SetSecondStep second, AppDb db, CancellationToken cancellation)
    {
        if (await second.KeyAsync(current.Actor.AccountId, cancellation) is not { } key)
        {
            return Results.NotFound();
        }
        var account = await db.Set<Account>().FindAsync([current.Actor.AccountId], cancellation);
        var issuer = Uri.EscapeDataString("Đèn Sách");
        return Svg(context, $"otpauth://totp/{issuer}:{Uri.EscapeDataString(account!.UserName!)}?secret={key}&issuer={issuer}&digits=6&period=30");
    }

    private static IResult Svg(HttpContext context, string text)
    {
        context.Response.Headers.CacheControl = "no-store";
        using var data = QRCodeGenerator.GenerateQrCode(text, QRCodeGenerator.ECCLevel.M);
        using var svg = new SvgQRCode(data);
        return Results.Text(svg.GetGraphic(6), "image/svg+xml");
    }
}
