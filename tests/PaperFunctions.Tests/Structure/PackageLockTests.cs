using System.Text.Json;
using System.Xml.Linq;

namespace PaperFunctions.Tests.Structure;

/// <summary>Packages are locked: what is restored is what somebody has looked at, to the byte.</summary>
public class PackageLockTests
{
    private static readonly string[] Projects =
        [.. new[] { Checkout.Source, Path.Combine(Checkout.Root, "tests") }.SelectMany(folder => Checkout.FilesBelow(folder, ".csproj"))];

    private static readonly XDocument Properties = XDocument.Load(Path.Combine(Checkout.Root, "Directory.Build.props"));

    [Fact]
    public void Every_project_has_a_lock_file_with_the_hash_of_every_package() => Assert.All(Projects, project =>
    {
        using var file = JsonDocument.Parse(File.ReadAllText(Path.Combine(Path.GetDirectoryName(project)!, "packages.portable.lock.json")));
        var packages = file.RootElement.GetProperty("dependencies").EnumerateObject().SelectMany(framework =>
            framework.Value.EnumerateObject())
            .Where(package => package.Value.GetProperty("type").GetString() != "Project").ToList();
        Assert.Contains(packages, package => package.Name == "Meziantou.Analyzer"); // each project has it
        Assert.All(packages, package => Assert.Equal(88, package.Value.GetProperty("contentHash").GetString()!.Length));
    });

    [Fact]
    public void A_lock_file_holds_the_versions_that_are_asked_for()
    {
        var versions = XDocument.Load(Path.Combine(Checkout.Root, "Directory.Packages.props")).Descendants("PackageVersion")
            .Where(item => item.Parent!.Attribute("Condition")?.Value.Contains("official", StringComparison.Ordinal) != true)
            .ToDictionary(item => item.Attribute("Include")!.Value, item => item.Attribute("Version")!.Value);
        foreach (var file in Projects.Select(project => Path.Combine(Path.GetDirectoryName(project)!, "packages.portable.lock.json")))
        {
            using var locked = JsonDocument.Parse(File.ReadAllText(file));
            var direct = locked.RootElement.GetProperty("dependencies").EnumerateObject().SelectMany(framework =>
                framework.Value.EnumerateObject())
                .Where(package => package.Value.GetProperty("type").GetString() == "Direct");
            Assert.All(direct, package => Assert.Equal(
                (file, package.Name, versions[package.Name]), (file, package.Name, package.Value.GetProperty("resolved").GetString())));
        }
    }

    [Fact]
    public void Nothing_unlocked_is_restored_where_it_counts_and_known_vulnerabilities_are_told()
    {
        Assert.Equal("true", Properties.Descendants("RestoreLockedMode").Single().Value);
        Assert.Contains("'$(GITHUB_ACTIONS)' == 'true'", Properties.Descendants("RestoreLockedMode").Single()
            .Attribute("Condition")!.Value);
        Assert.Equal(("true", "all"), (Properties.Descendants("NuGetAudit").Single().Value, Properties.Descendants("NuGetAuditMode")
            .Single().Value));
        var deployed = XDocument.Load(Path.Combine(Checkout.Source, "Functions", "PaperFunctions.Functions.csproj"));
        Assert.Contains("NU1902;NU1903;NU1904", deployed.Descendants("WarningsAsErrors").Single().Value);
    }

    [Fact]
    public void The_tools_of_ci_are_pinned_too()
    {
        var ci = File.ReadAllText(Path.Combine(Checkout.Root, ".github", "workflows", "ci.yml"));
        Assert.Matches(@"npm install --global azure-functions-core-tools@\d+\.\d+\.\d+\n", ci);
        Assert.Contains("dotnet restore --locked-mode", ci, StringComparison.Ordinal);
    }
}
