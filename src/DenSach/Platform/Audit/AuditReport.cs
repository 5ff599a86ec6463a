namespace DenSach.Platform.Audit;

/// <summary>A fault in plain words, with the register and the row it was seen at, where there is one.</summary>
public sealed record AuditFinding(int? RegisterId, long? Seq, string What)
{
    public override string ToString() =>
        (RegisterId, Seq) switch
        {
            ({ } register, { } seq) => $"Register {register}, row {seq}: {What}",
            ({ } register, null) => $"Register {register}: {What}",
            _ => What,
        };
}

/// <summary>What a verification looked at and what it found. Only the first findings are kept, all are counted.</summary>
public sealed class AuditReport
{
    private const int Kept = 1000;
    private readonly List<AuditFinding> findings = [];

    public int Registers { get; internal set; }
    public long Rows { get; internal set; }
    public long Commands { get; internal set; }
    public long ErasedCommands { get; internal set; }
    public long Anchors { get; internal set; }
    public long OutsideAnchors { get; internal set; }
    public long Faults { get; private set; }
    public IReadOnlyList<AuditFinding> Findings => findings;
    public bool IsWhole => Faults == 0;

    internal void Find(int? registerId, long? seq, string what)
    {
        Faults++;
        if (findings.Count < Kept)
        {
            findings.Add(new AuditFinding(registerId, seq, what));
        }
    }

    public string Summary =>
        $"{Registers} registers, {Rows} rows, {Commands} commands ({ErasedCommands} erased), {Anchors} anchors"
        + (OutsideAnchors > 0 ? $", {OutsideAnchors} anchors outside" : "")
        + (IsWhole ? ": whole." : $": {Faults} faults.");
}
