using System.Text;

namespace DenSach.Tests.Hosting;

/// <summary>Catches what is printed in one flow of a test while others print elsewhere.</summary>
public static class ConsoleOutput
{
    private static readonly AsyncLocal<TextWriter?> Target = new();

    static ConsoleOutput()
    {
        Console.SetOut(new Switch(Console.Out));
        Console.SetError(new Switch(Console.Error));
    }

    public static IDisposable To(TextWriter writer)
    {
        Target.Value = TextWriter.Synchronized(writer);
        return new Back();
    }

    private sealed class Back : IDisposable
    {
        public void Dispose() => Target.Value = null;
    }

    private sealed class Switch(TextWriter otherwise) : TextWriter
    {
        public override Encoding Encoding => Encoding.UTF8;

        public override void Write(char value) => (Target.Value ?? otherwise).Write(value);

        public override void Write(string? value) => (Target.Value ?? otherwise).Write(value);

        public override void WriteLine(string? value) => (Target.Value ?? otherwise).WriteLine(value);
    }
}
