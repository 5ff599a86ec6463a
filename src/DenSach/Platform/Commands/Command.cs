using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using DenSach.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DenSach.Platform.Commands;

/// <summary>What somebody asks the application to do: posted by a page, a phone or a program, all alike.</summary>
public abstract record Command
{
    /// <summary>Made by whoever asks, so that asking twice does it once.</summary>
    public required Guid CommandId { get; init; }

    /// <summary>When it was asked on the device, if it waited for a network. Told in the record, never used as the time of the act.</summary>
    public DateTime? DeviceTime { get; init; }
}

/// <summary>A command that was carried out: kept with its outcome, so that a repetition is answered alike and a different content under the same id is refused.</summary>
public sealed class CommandRecord
{
    public required int RegisterId { get; init; }
    public required Guid Id { get; init; }
    public required string Name { get; init; }
    public required DateTime At { get; init; }
    public required Guid AccountId { get; init; }

    /// <summary>SHA-256 of salt and content. Stays when the two are erased.</summary>
    public required byte[] ContentHash { get; init; }
    public byte[]? Salt { get; private set; }
    public string? Content { get; private set; }

    /// <summary>What was answered; empty once it was erased with the content.</summary>
    public string Outcome { get; private set; } = "";

    public static CommandRecord Of(int registerId, Command command, Guid account, DateTime at, string outcome)
    {
        var content = CommandJson.Content(command);
        var salt = RandomNumberGenerator.GetBytes(16);
        return new CommandRecord
        {
            RegisterId = registerId,
            Id = command.CommandId,
            Name = command.GetType().FullName!,
            At = at,
            AccountId = account,
            Salt = salt,
            Content = content,
            ContentHash = CommandJson.Hash(salt, content),
            Outcome = outcome,
        };
    }

    /// <summary>Whether the command is the one recorded. Once erased nobody can tell, and it counts as the same.</summary>
    public bool IsOf(Command command, Guid account) =>
        AccountId == account && Name == command.GetType().FullName && (Salt is null || CommandJson.Hash(Salt, CommandJson.Content(command)).AsSpan().SequenceEqual(ContentHash));

    public bool IsErased => Content is null;

    /// <summary>Forgets what was said and answered; that it was said, by whom and when stays.</summary>
    public void Erase() => (Salt, Content, Outcome) = (null, null, "");
}

internal static class CommandJson
{
    public static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter() },
    };

    public static string Content(Command command) => JsonSerializer.Serialize(command, command.GetType(), Options);

    public static byte[] Hash(byte[] salt, string content) => SHA256.HashData([.. salt, .. System.Text.Encoding.UTF8.GetBytes(content)]);
}

internal sealed class CommandRecordMap : IEntityTypeConfiguration<CommandRecord>
{
    public void Configure(EntityTypeBuilder<CommandRecord> record) => record.ToTable("command_record").IsKeyedByRegister(nameof(CommandRecord.Id));
}
