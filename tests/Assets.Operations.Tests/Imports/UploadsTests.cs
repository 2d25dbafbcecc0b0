using Assets.Data.Storage;
using Assets.Operations.Imports;
using Assets.Support;
using Xunit;

namespace Assets.Operations.Tests.Imports;

public sealed class UploadsTests
{
    [Theory]
    [OnBoth(null, 90)]
    [OnBoth("7", 7)]
    [OnBoth("0", 90)] // never at once: somebody has still to look at the report
    [OnBoth("en vecka", 90)]
    public void What_was_sent_is_removed_with_its_report_when_it_has_been_kept_long_enough(Engine engine, string? setting, int days)
    {
        using var at = TestInstallation.On(engine, ("Assets:UploadKeepDays", setting));
        Assert.Equal(0, Uploads.RemoveOld(at.Installation)); // nobody has sent anything yet
        var (old, young) = (Uploads.NewFile(at.Installation, ".csv"), Uploads.NewFile(at.Installation, ".xlsx"));
        foreach (var (file, age) in new[] { (old, days + 1), (old + ".report.csv", days + 1), (young, days - 1) })
        {
            File.WriteAllText(file, "personer");
            File.SetLastWriteTimeUtc(file, at.Clock.Now.AddDays(-age).UtcDateTime);
        }

        Assert.Equal(2, Uploads.RemoveOld(at.Installation));

        Assert.Equal([young], Directory.GetFiles(Uploads.Folder(at.Installation)));
    }
}
