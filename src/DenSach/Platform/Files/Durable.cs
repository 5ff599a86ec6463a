using System.Runtime.InteropServices;

namespace DenSach.Platform.Files;

/// <summary>Files that are there after a power cut, or not there at all; and readable by nobody but the owner.</summary>
internal static class Durable
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>A new file that only the owner can read. It must not exist.</summary>
    public static FileStream Create(string path)
    {
        var options = new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.ReadWrite,
            Share = FileShare.Read,
            Options = FileOptions.Asynchronous,
        };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = OwnerOnly;
        }
        return new FileStream(path, options);
    }

    /// <summary>Takes the rights of others off a file of ours; a file of another user stays as it is.</summary>
    public static void KeepToTheOwner(string path)
    {
        if (OperatingSystem.IsWindows() || File.GetUnixFileMode(path) == OwnerOnly)
        {
            return;
        }
        try
        {
            File.SetUnixFileMode(path, OwnerOnly);
        }
        catch (UnauthorizedAccessException)
        {
            // Whoever owns it decides.
        }
    }

    public static void CreateFolder(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(path);
        }
        else
        {
            Directory.CreateDirectory(path, OwnerOnly | UnixFileMode.UserExecute);
        }
    }

    /// <summary>Gives a finished, flushed file its name in one step, and makes sure that the folder remembers it.</summary>
    public static void Publish(string finished, string name, bool replace = false)
    {
        File.Move(finished, name, replace);
        FlushFolder(Path.GetDirectoryName(Path.GetFullPath(name))!);
    }

    /// <summary>.NET opens no folders; without this a rename may be forgotten when the power goes.</summary>
    public static void FlushFolder(string folder)
    {
        if (!OperatingSystem.IsLinux())
        {
            return;
        }
        var handle = Open(folder, 0);
        if (handle < 0)
        {
            throw new IOException($"The folder {folder} cannot be opened to be flushed (error {Marshal.GetLastPInvokeError()}).");
        }
        var failed = Fsync(handle) != 0;
        var error = Marshal.GetLastPInvokeError();
        _ = Close(handle);
        if (failed)
        {
            throw new IOException($"The folder {folder} cannot be flushed to the disk (error {error}).");
        }
    }

    [DllImport("libc", EntryPoint = "open", SetLastError = true, BestFitMapping = false)]
    private static extern int Open([MarshalAs(UnmanagedType.LPUTF8Str)] string path, int flags);

    [DllImport("libc", EntryPoint = "fsync", SetLastError = true)]
    private static extern int Fsync(int handle);

    [DllImport("libc", EntryPoint = "close")]
    private static extern int Close(int handle);
}
