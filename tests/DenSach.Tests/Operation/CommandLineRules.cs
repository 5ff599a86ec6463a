using DenSach.Platform.Hosting;
using DenSach.Tests.Hosting;

namespace DenSach.Tests.Operation;

/// <summary>The command line takes an installation as it is.</summary>
public abstract class CommandLineRules(Engine engine)
{
    [Theory]
    [InlineData("audit verify")]
    [InlineData("tallies verify")]
    [InlineData("accounts code quantri")]
    [InlineData("targets --area 2001")]
    public async Task A_place_where_nothing_is_gets_nothing(string line)
    {
        await using var place = await Place.NewAsync(engine);
        var (code, said) = await place.CommandLineAsync(line.Split(' '));
        code.ShouldBe(2);
        said.ShouldContain("There is no Đèn Sách in");
        (await place.TracesAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_place_that_was_started_once_is_verified()
    {
        await using var place = await Place.NewAsync(engine);
        await place.PrepareAsync();
        (await place.CommandLineAsync("audit", "verify")).Code.ShouldBe(0);
    }
}

public sealed class CommandLineOnSqlite() : CommandLineRules(Engine.Sqlite)
{
    [Fact]
    [System.Runtime.Versioning.SupportedOSPlatform("linux")]
    public async Task Nobody_else_on_the_machine_reads_the_database()
    {
        await using var place = await Place.NewAsync(Engine.Sqlite);
        await place.PrepareAsync();
        File.GetUnixFileMode(place.Folder).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        foreach (var file in Directory.GetFiles(place.Folder, "densach.db*"))
        {
            File.GetUnixFileMode(file).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite, file);
        }
    }
}

/// <summary>What reads only a file starts at once: the application, most of a second to build, is not built.</summary>
public sealed class VerbsThatNeedNothing
{
    [Theory]
    [InlineData("plan read content/plans/my-loc-2022.txt", 0)]
    [InlineData("criteria check khong-co.yaml", 1)]
    [InlineData("help", 0)]
    [InlineData("no such verb", 2)]
    public async Task The_application_is_not_built(string line, int code)
    {
        using (ConsoleOutput.To(new StringWriter()))
        {
            (await CommandLine.RunAsync(AllModules.List, line.Split(' '), () => throw new InvalidOperationException("Built."))).ShouldBe(code);
        }
    }
}

public sealed class CommandLineOnPostgres() : CommandLineRules(Engine.Postgres);
