using System.Diagnostics;
using System.Runtime.InteropServices;
using DenSach.Tests.Hosting;

namespace DenSach.Tests.Operation;

/// <summary>A disk that takes no more, played by a limit on the size of files of one process.</summary>
public sealed class FullDiskRules
{
    [Fact]
    public async Task A_backup_that_finds_no_room_says_so_and_leaves_nothing_behind()
    {
        await using var place = await Place.NewAsync(Engine.Sqlite);
        await place.PrepareAsync();
        var target = Path.Combine(Path.GetDirectoryName(place.Folder)!, "backup.zip");
        foreach (var kilobytes in new long[] { 30, new FileInfo(Path.Combine(place.Folder, "densach.db")).Length / 1024 / 2 })
        {
            var (code, said) = await RunAsync(place.Folder, kilobytes, "backup", target);
            code.ShouldBe(1, said);
            said.ShouldContain("Nothing was backed up");
            said.ShouldNotContain("   at ");
        }
        Directory.GetFileSystemEntries(Path.GetDirectoryName(target)!).ShouldBe([place.Folder]);
        Directory.GetFileSystemEntries(Path.Combine(place.Folder, "backups")).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_restore_that_finds_no_room_says_so_and_leaves_no_database()
    {
        await using var place = await Place.NewAsync(Engine.Sqlite);
        await place.PrepareAsync();
        var backup = Path.Combine(Path.GetDirectoryName(place.Folder)!, "backup.zip");
        (await place.CommandLineAsync("backup", backup)).Code.ShouldBe(0);
        var empty = Path.Combine(Path.GetDirectoryName(place.Folder)!, "new");
        var (code, said) = await RunAsync(empty, 100, "restore", backup);
        code.ShouldBe(1, said);
        said.ShouldContain("The database was not restored");
        said.ShouldNotContain("   at ");
        Directory.GetFiles(empty, "densach.db*").ShouldBeEmpty();
        Directory.Delete(empty, recursive: true);
        (await RunAsync(empty, 1_000_000, "restore", backup)).Code.ShouldBe(0, "with room it goes in");
    }

    /// <summary>The command line as a process that can write files of so many kilobytes at most, and hears of it by an error, not by a signal.</summary>
    private static async Task<(int Code, string Said)> RunAsync(string folder, long kilobytes, params string[] words)
    {
        var dotnet = Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..", "dotnet"));
        var start = new ProcessStartInfo("bash")
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            ArgumentList = { "-c", $"trap '' XFSZ; ulimit -f {kilobytes}; exec \"$@\"", "bash", dotnet, Path.Combine(AppContext.BaseDirectory, "densach.dll") },
        };
        foreach (var word in words)
        {
            start.ArgumentList.Add(word);
        }
        start.Environment["DENSACH_DATA"] = folder;
        start.Environment["DENSACH_DB"] = "";
        // The runtime maps its code through a large file of its own.
        start.Environment["DOTNET_EnableWriteXorExecute"] = "0";
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, await output + await errors);
    }
}
