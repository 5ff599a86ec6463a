using System.Security.Cryptography;
using DenSach.Platform.Errors;
using DenSach.Platform.Files;
using DenSach.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DenSach.Tests.Files;

/// <summary>Evidence is kept by its content: what it is says the content itself, and what is refused leaves nothing behind.</summary>
public abstract class FileStoreRules(TestApp app)
{
    private const int Register = 8001;

    [Theory]
    [InlineData("image/jpeg")]
    [InlineData("image/png")]
    [InlineData("image/webp")]
    [InlineData("application/pdf")]
    public async Task A_file_is_known_by_its_content_and_comes_back_as_it_went(string type)
    {
        var bytes = type switch
        {
            "image/jpeg" => SampleFiles.Jpeg(),
            "image/png" => SampleFiles.Png(),
            "image/webp" => SampleFiles.Webp(),
            _ => SampleFiles.Pdf(),
        };
        var saved = (await SaveAsync(new MemoryStream(bytes))).Value;
        saved.Sha256.ShouldBe(Convert.ToHexStringLower(SHA256.HashData(bytes)));
        (saved.Size, saved.MediaType, saved.RegisterId).ShouldBe((bytes.Length, type, Register));
        (await ReadAsync(saved.Sha256)).ShouldBe(bytes);
    }

    [Fact]
    public async Task The_same_content_twice_is_one_file()
    {
        var bytes = SampleFiles.Jpeg(seed: 77);
        var first = (await SaveAsync(new MemoryStream(bytes))).Value;
        var files = Kept();
        app.Time.Advance(TimeSpan.FromMinutes(1));
        var again = (await SaveAsync(new MemoryStream(bytes))).Value;
        again.FirstStoredAt.ShouldBe(first.FirstStoredAt);
        (await SaveAsync(new MemoryStream(bytes), Register + 1)).Value.Sha256.ShouldBe(first.Sha256);
        Kept().ShouldBe(files);
        (await app.QueryAsync(db => db.Set<StoredFile>().CountAsync(f => f.Sha256 == first.Sha256))).ShouldBe(2, "one row in each register");
    }

    [Fact]
    public async Task A_hash_opens_nothing_in_another_register()
    {
        var saved = (await SaveAsync(new MemoryStream(SampleFiles.Jpeg(seed: 5)))).Value;
        (await OpenAsync(saved.Sha256, Register + 50)).Problem!.Kind.ShouldBe(ProblemKind.NotFound);
        (await OpenAsync("../../../etc/passwd", Register)).Problem!.Kind.ShouldBe(ProblemKind.NotFound);
    }

    [Fact]
    public async Task Ten_megabytes_are_taken_and_one_byte_more_is_refused()
    {
        (await SaveAsync(new SampleFiles.Endless(EvidenceFolder.MaxSize))).Value.Size.ShouldBe(EvidenceFolder.MaxSize);
        var files = Kept();
        var refused = await SaveAsync(new SampleFiles.Endless(EvidenceFolder.MaxSize + 1));
        refused.Problem!.Code.ShouldBe("file_too_large");
        refused.Problem.Sentence.ShouldContain("10 MB");
        Kept().ShouldBe(files);
    }

    [Fact]
    public async Task A_paper_that_was_read_may_have_twenty_megabytes_and_not_one_byte_more()
    {
        (await SavePaperAsync(EvidenceFolder.MaxPaperSize)).Value.Size.ShouldBe(20 << 20);
        var files = Kept();
        (await SavePaperAsync(EvidenceFolder.MaxPaperSize + 1)).Problem!.Sentence.ShouldContain("20 MB");
        Kept().ShouldBe(files);

        Task<Result<StoredFile>> SavePaperAsync(int size) =>
            app.InsideAsync(services => services.GetRequiredService<FileStore>().SaveAsync(Register, new byte[size], MediaType.Pdf, CancellationToken.None));
    }

    [Fact]
    public async Task What_is_far_too_long_is_not_read_to_its_end()
    {
        var endless = new SampleFiles.Endless(200L * 1024 * 1024);
        (await SaveAsync(endless)).Problem!.Code.ShouldBe("file_too_large");
        endless.Given.ShouldBeLessThan(EvidenceFolder.MaxSize + (1 << 18));
    }

    [Fact]
    public async Task Other_kinds_are_refused_with_a_sentence_whatever_they_are_called()
    {
        var files = Kept();
        foreach (
            var content in new[]
            {
                "<html><script>alert(1)</script>",
                "<svg xmlns=\"http://www.w3.org/2000/svg\"/>",
                "MZ\x90 a program",
                "GIF89a",
                "%PDX",
                "\u00FF",
                "PK\u0003\u0004",
            }
        )
        {
            var refused = await SaveAsync(new MemoryStream(System.Text.Encoding.Latin1.GetBytes(content)));
            refused.Problem!.Code.ShouldBe("file_type", content);
            refused.Problem.Sentence.ShouldContain("JPEG, PNG, WebP hay tệp PDF");
        }
        (await SaveAsync(new MemoryStream(SampleFiles.Heic()))).Problem!.Sentence.ShouldContain("HEIC");
        (await SaveAsync(new MemoryStream())).Problem!.Code.ShouldBe("file_empty");
        Kept().ShouldBe(files);
    }

    [Fact]
    public async Task A_damaged_file_is_not_given_out_and_is_healed_by_handing_it_in_again()
    {
        var bytes = SampleFiles.Png(4321);
        var saved = (await SaveAsync(new MemoryStream(bytes))).Value;
        var path = Directory.GetFiles(app.DataFolder, saved.Sha256, SearchOption.AllDirectories).Single();
        var damaged = (byte[])bytes.Clone();
        damaged[^1] ^= 1;
        await File.WriteAllBytesAsync(path, damaged);
        (await OpenAsync(saved.Sha256, Register)).Problem!.Code.ShouldBe("file_damaged");
        File.Delete(path);
        (await OpenAsync(saved.Sha256, Register)).Problem!.Code.ShouldBe("file_damaged");
        (await SaveAsync(new MemoryStream(bytes))).Ok.ShouldBeTrue();
        (await ReadAsync(saved.Sha256)).ShouldBe(bytes);
    }

    [Fact]
    public async Task A_sender_who_goes_away_leaves_nothing_behind()
    {
        var files = Kept();
        await Should.ThrowAsync<IOException>(() => SaveAsync(new Breaking(SampleFiles.Jpeg(300_000))));
        Kept().ShouldBe(files);
    }

    [Fact]
    public async Task What_a_crash_left_half_received_is_swept_away_after_an_hour()
    {
        await SaveAsync(new MemoryStream(SampleFiles.Jpeg()));
        var left = Path.Combine(app.DataFolder, "evidence", "incoming", "left");
        await File.WriteAllTextAsync(left, "half");
        var folder = app.Services.GetRequiredService<EvidenceFolder>();
        folder.ClearIncoming(TimeProvider.System.GetUtcNow());
        File.Exists(left).ShouldBeTrue("another server may be writing it");
        folder.ClearIncoming(TimeProvider.System.GetUtcNow().AddHours(2));
        File.Exists(left).ShouldBeFalse();
    }

    private Task<Result<StoredFile>> SaveAsync(Stream content, int register = Register) =>
        app.InsideAsync(services => services.GetRequiredService<FileStore>().SaveAsync(register, content, CancellationToken.None));

    private Task<Result<StoredContent>> OpenAsync(string hash, int register) =>
        app.InsideAsync(services => services.GetRequiredService<FileStore>().OpenAsync(register, hash, CancellationToken.None));

    private async Task<byte[]> ReadAsync(string hash)
    {
        await using var content = (await OpenAsync(hash, Register)).Value;
        using var bytes = new MemoryStream();
        await content.Content.CopyToAsync(bytes);
        return bytes.ToArray();
    }

    private string[] Kept() =>
        Directory.Exists(Path.Combine(app.DataFolder, "evidence"))
            ? [.. Directory.GetFiles(Path.Combine(app.DataFolder, "evidence"), "*", SearchOption.AllDirectories).Order()]
            : [];

    private sealed class Breaking(byte[] bytes) : MemoryStream(bytes)
    {
        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            Position > 200_000 ? throw new IOException("the line broke") : await base.ReadAsync(buffer, cancellationToken);
    }
}

public sealed class FileStoreRulesOnSqlite(SqliteApp app) : FileStoreRules(app), IClassFixture<SqliteApp>;

public sealed class FileStoreRulesOnPostgres(PostgresApp app) : FileStoreRules(app), IClassFixture<PostgresApp>;
