using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace PaperFunctions.Tests.Structure;

/// <summary>The emulators know nothing of the product: whoever wants one can take its project alone.</summary>
public sealed partial class EmulatorTests
{
    public static TheoryData<string> All => [.. Checkout.Emulators];

    [Fact]
    public void There_is_one_for_each_service_and_one_for_the_host() =>
        Assert.Equal(["Azurite", "Functions", "Search", "SendGrid"], Checkout.Emulators);

    [Theory]
    [MemberData(nameof(All))]
    public void An_emulator_is_one_project_that_refers_to_no_room(string emulator)
    {
        var project = Path.Combine(Folder(emulator), $"PaperFunctions.Emulators.{emulator}.csproj");
        Assert.Equal([project], Checkout.FilesBelow(Folder(emulator), ".csproj"));
        Assert.Contains(Path.GetFileName(project), File.ReadAllText(Path.Combine(Checkout.Root, "PaperFunctions.sln")),
            StringComparison.Ordinal);
        var references = XDocument.Load(project).Descendants("ProjectReference")
            .Select(r => Path.GetFileName(r.Attribute("Include")!.Value));
        Assert.Empty(references.Except(["PaperFunctions.Compat.csproj"])); // stands in for packages
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Its_code_names_no_part_of_the_product(string emulator)
    {
        var files = Checkout.FilesBelow(Folder(emulator)).ToList();
        Assert.NotEmpty(files);
        Assert.Empty(
            from file in files
            from Match name in Part().Matches(File.ReadAllText(file))
            where name.Value != $"PaperFunctions.Emulators.{emulator}"
            select $"{file}: {name.Value}");
    }

    private static string Folder(string emulator) => Path.Combine(Checkout.Source, "Emulators", emulator);

    [GeneratedRegex(@"PaperFunctions\.(Emulators\.)?[A-Z]\w*")]
    private static partial Regex Part();
}
