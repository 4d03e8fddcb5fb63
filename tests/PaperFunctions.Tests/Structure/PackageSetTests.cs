using System.Xml.Linq;
using Azure.Data.Tables;

namespace PaperFunctions.Tests.Structure;

/// <summary>The two sets of packages differ in project files and in nothing else.</summary>
public class PackageSetTests
{
    private const string Portable = "'$(AzurePackages)' == 'portable'";
    private const string Official = "'$(AzurePackages)' == 'official'";

    private static readonly string[] Folders = [Checkout.Source, Path.Combine(Checkout.Root, "tests")];

    /// <summary>Which set this test was built with.</summary>
    public static bool IsPortable => typeof(TableClient).Assembly.GetName().Name == "PaperFunctions.Compat";

    [Fact]
    public void Compat_is_referenced_with_the_portable_packages_only() =>
        Assert.All(
            Items("ProjectReference").Where(item => item.Attribute("Include")!.Value.Contains("Compat", StringComparison.Ordinal)),
            item => Assert.Equal(Portable, item.Parent!.Attribute("Condition")?.Value));

    [Fact]
    public void What_Compat_stands_in_for_is_referenced_with_the_official_packages_only()
    {
        var standIns = Items("PackageReference").Where(item => IsStoodInFor(item.Attribute("Include")!.Value)).ToArray();
        Assert.Equal(16, standIns.Length);
        Assert.All(standIns, item => Assert.Equal(Official, item.Parent!.Attribute("Condition")?.Value));
    }

    [Fact]
    public void Versions_are_in_one_place() =>
        Assert.All(Items("PackageReference"), item => Assert.Null(item.Attribute("Version") ?? item.Attribute("VersionOverride")));

    [Fact]
    public void Every_package_has_one_version_in_a_set()
    {
        var versions = XDocument.Load(Path.Combine(Checkout.Root, "Directory.Packages.props")).Descendants("PackageVersion")
            .Select(item => (Set: item.Parent!.Attribute("Condition")?.Value, Name: item.Attribute("Include")!.Value)).ToArray();
        Assert.All(versions,
            one => Assert.Single(versions, other => other.Name == one.Name && (other.Set ?? one.Set) == (one.Set ?? other.Set)));
    }

    [Fact]
    public void No_code_asks_which_set_it_is_compiled_with() =>
        Assert.DoesNotContain(
            Folders.SelectMany(Checkout.FilesBelow),
            file => File.ReadLines(file).Any(line => line.StartsWith("#if", StringComparison.Ordinal)));

    private static bool IsStoodInFor(string package) =>
        package is "Azure.Data.Tables" or "Azure.Monitor.OpenTelemetry.Exporter" or "OpenTelemetry.Extensions.Hosting" or "SendGrid"
            || package.StartsWith("Microsoft.Azure.Functions.Worker", StringComparison.Ordinal);

    private static IEnumerable<XElement> Items(string kind) => Folders.SelectMany(folder => Checkout.FilesBelow(folder, ".csproj"))
        .Concat([Path.Combine(Checkout.Root, "Directory.Build.props"), Path.Combine(Checkout.Root, "Directory.Build.targets")])
        .SelectMany(file => XDocument.Load(file).Descendants(kind));
}
