using DenSach.Platform.Audit;
using DenSach.Platform.Commands;
using DenSach.Platform.Data;
using DenSach.Platform.Errors;
using DenSach.Platform.Hosting;
using Microsoft.EntityFrameworkCore;

namespace DenSach.Modules.Criteria.Publish;

/// <summary>Publishes a text of a criteria set. The same id and version with another text is refused: a correction is a new version.</summary>
public sealed class PublishSet(AppDb db, CommandRunner runner, MayPublish may, Clock clock)
{
    public sealed record Command(string Yaml) : Platform.Commands.Command;

    public sealed record Published(string Id, string Version, string Hash);

    public async Task<Result<Published>> Handle(Command command, CancellationToken cancellation) =>
        may.Holds
            ? await runner.Run<Published>(command, AuditTrail.SystemRegisterOf(command.CommandId), work => PublishAsync(work, command.Yaml ?? "", cancellation), cancellation)
            : Problem.Forbidden();

    private async Task<Result<Published>> PublishAsync(Work work, string yaml, CancellationToken cancellation)
    {
        var reading = CriteriaYaml.Read(yaml);
        if (reading.Set is not { } set)
        {
            return Problem.Invalid("criteria", string.Join(" ", reading.Faults));
        }
        var before = await db.Set<PublishedSet>().SingleOrDefaultAsync(s => s.Id == set.Id && s.Version == set.Version, cancellation);
        if (before is not null && before.Hash != set.ContentHash)
        {
            return Problem.Conflict(
                "published",
                $"Bộ tiêu chí {set.Id} phiên bản {set.Version} đã ban hành với nội dung khác. Bản đã ban hành không sửa được: hãy tăng số phiên bản."
            );
        }
        if (before is null)
        {
            db.Add(
                new PublishedSet
                {
                    Id = set.Id,
                    Version = set.Version,
                    Hash = set.ContentHash,
                    Title = set.Title,
                    Subject = set.Subject,
                    Status = set.Status,
                    InForceFrom = set.InForceFrom,
                    InForceUntil = set.InForceTo,
                    Yaml = yaml,
                    PublishedAt = clock.Now,
                }
            );
        }
        work.Role = may.Grant?.Role;
        work.Tell(AuditTrail.SystemRegisterOf(work.CommandId), "criteria.publish", before is null ? $"{set.Id} {set.Version} published" : $"{set.Id} {set.Version} unchanged");
        return new Published(set.Id, set.Version, set.ContentHash);
    }
}
