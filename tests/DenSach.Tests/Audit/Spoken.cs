using DenSach.Platform.Access;
using DenSach.Platform.Commands;
using DenSach.Platform.Data;
using DenSach.Platform.Errors;
using DenSach.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DenSach.Tests.Audit;

/// <summary>A command that does nothing but being told to the audit of some registers.</summary>
public sealed record Speak : Command
{
    public required string Words { get; init; }
}

internal static class Spoken
{
    /// <summary>Carries out one command told in the given registers and kept in the first.</summary>
    public static Task<Guid> SpeakAsync(this TestApp app, string words, params int[] registers) =>
        app.InsideAsync(async services =>
        {
            var command = new Speak { CommandId = Guid.CreateVersion7(), Words = words };
            var result = await services
                .GetRequiredService<CommandRunner>()
                .Run<string>(
                    command,
                    registers[0],
                    work =>
                    {
                        (work.Role, work.OnBehalfOf) = (Role.HamletHead, RowId.New(registers[0]));
                        foreach (var register in registers)
                        {
                            work.Tell(register, "test.speak", "ok", RowId.New(register));
                        }
                        return Task.FromResult<Result<string>>(words);
                    },
                    CancellationToken.None
                );
            result.Value.ShouldBe(words);
            return command.CommandId;
        });

    /// <summary>What somebody with the keys of the database could do behind the application's back.</summary>
    public static Task<int> TamperAsync(this TestApp app, string sql) => app.QueryAsync(db => db.Database.ExecuteSqlRawAsync(sql));
}
