namespace PaperFunctions.Tests.Infra;

/// <summary>Dependabot watches every kind of dependency that the repository has.</summary>
public class DependabotTests
{
    [Fact]
    public void It_watches_actions_packages_tools_and_the_sdk()
    {
        var file = Yaml.Read(Tools.At(".github", "dependabot.yml"));
        Assert.Equal("2", file.Text("version"));
        Assert.Equal(["dotnet-sdk", "github-actions", "npm", "nuget"], file.Maps("updates")
            .Select(update => update.Text("package-ecosystem")).Order(StringComparer.Ordinal));
        var npm = file.Maps("updates").Single(update => update.Text("package-ecosystem") == "npm");
        Assert.All(npm.Texts("directories"),
            folder => Assert.True(File.Exists(Tools.At(folder.TrimStart('/'), "package-lock.json")), folder));
        Assert.All(file.Maps("updates").Where(update => !update.Equals(npm)), update => Assert.Equal("/", update.Text("directory")));
        Assert.All(file.Maps("updates"),
            update => Assert.Contains(update.Map("schedule").Text("interval"), (string[])["daily", "weekly", "monthly"]));
    }
}
