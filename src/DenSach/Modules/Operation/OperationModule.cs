using DenSach.Platform.Audit;
using DenSach.Platform.Files;
using DenSach.Platform.Hosting;
using DenSach.Platform.Operation;
using DenSach.Platform.Tallies;

namespace DenSach.Modules.Operation;

/// <summary>What those who run the application do with it: verify, anchor, back up, restore.</summary>
public sealed class OperationModule : IModule
{
    public IReadOnlyList<CommandLineVerb> Verbs =>
        [
            new("audit verify", "[--anchors FILE]  proves that the audit is whole", AuditVerbs.VerifyAsync),
            new("audit anchor", "[--out FILE]  signs where all chains stand, and carries it out of the database", AuditVerbs.AnchorAsync),
            new("tallies verify", "counts every measure again from its facts and compares", TallyVerbs.VerifyAsync),
            new("backup", "FILE  database, evidence and keys in one file, while the server runs", OperationVerbs.BackupAsync, VerbNeeds.Services),
            new("restore", "FILE  brings a backup into an empty place and verifies it", OperationVerbs.RestoreAsync, VerbNeeds.Services),
        ];

    public void Add(ModuleBuilder module)
    {
        module.Services.AddSingleton<AnchorKeys>();
        module.Services.AddSingleton(AnchorFile.Of(module.Settings, module.Configuration));
        module.UseCase<FileStore>();
        module.UseCase<Anchoring>().UseCase<AuditVerifier>().UseCase<TallyVerifier>();
        module.UseCase<Restore>();
        if (module.Configuration["DENSACH_JOBS"] is not "0")
        {
            module.Services.AddHostedService<AnchorJob>();
            module.Services.AddHostedService<EvidenceSweep>();
        }
    }
}
