using QRCoder;

namespace DenSach.Platform.Papers;

/// <summary>The squares of a QR code, its quiet margin included, for papers that draw them.</summary>
public static class QrSquares
{
    public static IReadOnlyList<IReadOnlyList<bool>> Of(string text)
    {
        using var data = QRCodeGenerator.GenerateQrCode(text, QRCodeGenerator.ECCLevel.M);
        return [.. data.ModuleMatrix.Select(row => (IReadOnlyList<bool>)[.. row.Cast<bool>()])];
    }
}
