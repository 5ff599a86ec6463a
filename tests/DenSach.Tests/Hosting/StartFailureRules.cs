using DenSach.Platform.Hosting;
using Microsoft.Data.Sqlite;

namespace DenSach.Tests.Hosting;

/// <summary>Who starts it is told what is really in the way.</summary>
public sealed class StartFailureRules
{
    private static readonly Settings Settings = new("/srv/den-sach/data", null, false, null);

    [Theory]
    [InlineData("Access to the path '/srv/den-sach/data/keys' is denied.")]
    [InlineData("Access to the path '/srv/den-sach' is denied.")]
    [InlineData("No space left on device : '/srv/den-sach/data/evidence/ab'")]
    public void A_folder_that_cannot_be_written_is_named(string message)
    {
        StartFailures.Of(new IOException(message), Settings)!.ShouldStartWith("The folder /srv/den-sach/data cannot be written");
        StartFailures.Of(new UnauthorizedAccessException(message), Settings)!.ShouldContain(message);
    }

    [Fact]
    public void A_database_that_cannot_be_opened_lies_in_the_folder() =>
        StartFailures.Of(new SqliteException("unable to open database file", 14), Settings)!.ShouldStartWith("The folder /srv/den-sach/data cannot be written");

    [Theory]
    [InlineData(
        "The configured user limit (128) on the number of inotify instances has been reached, or the per-process limit on the number of open file descriptors has been reached."
    )]
    [InlineData("Access to the path '/srv/den-sach/database.txt' is denied.")]
    [InlineData("Could not find file '/opt/den-sach/content/workflow/gia-dinh-hoc-tap.yaml'.")]
    public void What_is_none_of_the_folders_fault_is_not_laid_upon_it(string message) => StartFailures.Of(new IOException(message), Settings).ShouldBeNull();
}
