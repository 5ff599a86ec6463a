using DenSach.Platform.Audit;
using DenSach.Platform.Files;
using DenSach.Platform.Hosting;
using DenSach.Platform.Operation;
using DenSach.Platform.Tallies;

namespace DenSach.Modules.Operation;

/// <summary>What those who run the application do with it: verify, anchor, back up, restore.</summary>
public sealed class OperationModule : IModule
{
    public void Add(ModuleBuilder module)
    {
        module.Services.AddSingleton<AnchorKeys>();
        module.Services.AddSingleton(AnchorFile.Of(module.Settings, module.Configuration));
        module.UseCase<FileStore>();
        module.UseCase<Anchoring>().UseCase<AuditVerifier>().UseCase<TallyVerifier>();
        module
            .CommandLine("audit verify", "[--anchors FILE]  proves that the audit is whole", AuditVerbs.VerifyAsync)
            .CommandLine("audit anchor", "[--out FILE]  signs where all chains stand, and carries it out of the database", AuditVerbs.AnchorAsync)
            .CommandLine("tallies verify", "counts every measure again from its facts and compares", TallyVerbs.VerifyAsync);
        module.UseCase<Restore>();
        module
            .CommandLine("backup", "FILE  database, evidence and keys in one file, while the server runs", OperationVerbs.BackupAsync, needsDatabase: false)
            .CommandLine("restore", "FILE  brings a backup into an empty place and verifies it", OperationVerbs.RestoreAsync, needsDatabase: false);
        if (module.Configuration["DENSACH_JOBS"] is not "0")
        {
            module.Services.AddHostedService<AnchorJob>();
            module.Services.AddHostedService<EvidenceSweep>();
        }
    }
}
