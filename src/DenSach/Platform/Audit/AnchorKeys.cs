using System.Security.Cryptography;
using DenSach.Platform.Files;
using DenSach.Platform.Hosting;

namespace DenSach.Platform.Audit;

/// <summary>
/// The key that signs anchors: made at first use in the keys folder, readable by its owner only. Public halves lie beside it, also those of earlier keys,
/// so that old anchors stay provable after a change of key.
/// </summary>
public sealed class AnchorKeys(Settings settings)
{
    private string Folder => Path.Combine(settings.DataFolder, "keys");
    private string PrivateFile => Path.Combine(Folder, "audit-anchor.pem");

    public (byte[] Signature, byte[] Key) Sign(byte[] hash)
    {
        using var key = OpenOrMake();
        return (key.SignHash(hash), key.ExportSubjectPublicKeyInfo());
    }

    /// <summary>The public keys this installation vouches for.</summary>
    public IReadOnlyList<byte[]> Known()
    {
        if (!Directory.Exists(Folder))
        {
            return [];
        }
        return [.. Directory.EnumerateFiles(Folder, "audit-anchor-*.pub.pem").Order(StringComparer.Ordinal).Select(ReadPublic)];
    }

    /// <summary>A short name of a public key.</summary>
    public static string Name(byte[] publicKey) => Convert.ToHexStringLower(SHA256.HashData(publicKey).AsSpan(0, 8));

    private ECDsa OpenOrMake()
    {
        if (!File.Exists(PrivateFile))
        {
            Make();
        }
        var key = ECDsa.Create();
        key.ImportFromPem(File.ReadAllText(PrivateFile));
        return key;
    }

    private void Make()
    {
        Durable.CreateFolder(Folder);
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var publicKey = key.ExportSubjectPublicKeyInfo();
        Write(Path.Combine(Folder, $"audit-anchor-{Name(publicKey)}.pub.pem"), key.ExportSubjectPublicKeyInfoPem());
        try
        {
            Write(PrivateFile, key.ExportPkcs8PrivateKeyPem());
        }
        catch (IOException) when (File.Exists(PrivateFile))
        {
            // Another process made one in the same moment: that one is the key.
        }
    }

    private static void Write(string path, string text)
    {
        var unfinished = $"{path}.{Environment.ProcessId}.{Path.GetRandomFileName()}";
        using (var file = Durable.Create(unfinished))
        {
            file.Write(System.Text.Encoding.ASCII.GetBytes(text + "\n"));
            file.Flush(flushToDisk: true);
        }
        try
        {
            Durable.Publish(unfinished, path);
        }
        catch (IOException)
        {
            File.Delete(unfinished);
            throw;
        }
    }

    private static byte[] ReadPublic(string path)
    {
        using var key = ECDsa.Create();
        key.ImportFromPem(File.ReadAllText(path));
        return key.ExportSubjectPublicKeyInfo();
    }
}
