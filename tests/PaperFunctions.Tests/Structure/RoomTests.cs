using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Text.RegularExpressions;

namespace PaperFunctions.Tests.Structure;

public class RoomTests
{
    /// <summary>What each room may use: Papers &lt;- Formats, Ranking &lt;- Flow &lt;- Azure, Pages &lt;- Functions &lt;- Local.
    /// Compat stands in for packages, beside them all.</summary>
    private static readonly Dictionary<string, string[]> MayUse = new()
    {
        ["Papers"] = [],
        ["Formats"] = ["Papers"],
        ["Ranking"] = ["Papers"],
        ["Flow"] = ["Papers", "Formats", "Ranking"],
        ["Azure"] = ["Papers", "Formats", "Ranking", "Flow", "Compat"],
        ["Pages"] = ["Papers", "Formats", "Ranking", "Flow"],
        ["Functions"] = ["Papers", "Formats", "Ranking", "Flow", "Azure", "Pages", "Compat"],
        ["Local"] =
        [
            "Papers", "Formats", "Ranking", "Flow", "Azure", "Pages", "Functions", "Compat",
            .. Checkout.Emulators.Select(name => $"Emulators.{name}"),
        ],
        ["Compat"] = [],
    };

    /// <summary>Rooms that may know a service SDK; Functions takes the types that its triggers bind.</summary>
    private static readonly string[] KnowServices = ["Azure", "Functions", "Local", "Compat"];

    public static TheoryData<string> All => [.. Checkout.Rooms];

    public static TheoryData<string> Pure => [.. Checkout.Rooms.Except(KnowServices)];

    /// <summary>Rooms whose assemblies stand beside this test's.</summary>
    public static TheoryData<string> Compiled => [.. Checkout.Rooms.Where(r => File.Exists(AssemblyOf(r)))];

    [Fact]
    public void Every_folder_of_src_is_a_room_of_the_design() =>
        Assert.Equal(MayUse.Keys.Order(StringComparer.Ordinal), Checkout.Rooms);

    [Theory]
    [MemberData(nameof(All))]
    public void A_room_holds_one_project_of_its_name_that_the_solution_knows(string room)
    {
        var projects = Checkout.FilesBelow(Path.Combine(Checkout.Source, room), ".csproj");
        Assert.Equal([$"PaperFunctions.{room}.csproj"], projects.Select(p => Path.GetFileName(p)));
        Assert.Contains($"PaperFunctions.{room}.csproj", File.ReadAllText(Path.Combine(Checkout.Root, "PaperFunctions.sln")),
            StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(All))]
    public void A_project_refers_only_to_rooms_below_it(string room)
    {
        var references = Checkout.ProjectOf(room).Descendants("ProjectReference")
            .Select(r => Path.GetFileNameWithoutExtension(r.Attribute("Include")!.Value.Replace('\\', '/'))["PaperFunctions.".Length..]);
        Assert.Empty(references.Except(MayUse[room]));
    }

    [Theory]
    [MemberData(nameof(Compiled))]
    public void An_assembly_uses_only_rooms_below_it(string room)
    {
        var rooms = ReferencesOf(room).Where(r => r.StartsWith("PaperFunctions.", StringComparison.Ordinal))
            .Select(r => r["PaperFunctions.".Length..]);
        Assert.Empty(rooms.Except(MayUse[room]));
    }

    [Fact]
    public void All_rooms_below_Local_were_compiled_for_this_test_and_Compat_only_where_it_stands_in() =>
        Assert.Equal(Checkout.Rooms.Where(r => r != "Local" && (r != "Compat" || PackageSetTests.IsPortable)),
            Checkout.Rooms.Where(r => File.Exists(AssemblyOf(r))));

    [Theory]
    [MemberData(nameof(Pure))]
    public void A_room_that_is_not_at_the_edge_knows_no_service(string room)
    {
        Assert.DoesNotContain(ReferencesOf(room), IsService);
        var uses = Checkout.FilesBelow(Path.Combine(Checkout.Source, room))
            .Where(f => Regex.IsMatch(File.ReadAllText(f), @"^\s*@?using (static )?(global::)?(Azure|SendGrid|Microsoft\.Azure)\b",
                RegexOptions.Multiline | RegexOptions.ExplicitCapture));
        Assert.Empty(uses);
    }

    [Fact]
    public void Papers_has_no_packages()
    {
        Assert.DoesNotContain(Checkout.ProjectOf("Papers").Descendants(), e => e.Name.LocalName is "PackageReference"
            or "FrameworkReference");
        Assert.All(ReferencesOf("Papers"), r => Assert.True(r.StartsWith("System.", StringComparison.Ordinal), r));
    }

    [Fact]
    public void No_source_file_but_a_table_is_longer_than_250_lines()
    {
        var files = Checkout.FilesBelow(Checkout.Source)
            .Select(f => (File: Path.GetRelativePath(Checkout.Root, f), Lines: File.ReadLines(f).Count()));
        Assert.DoesNotContain(files, f => f.Lines > 250 && !f.File.EndsWith(".Data.cs", StringComparison.Ordinal));
    }

    /// <summary>Each folder is a namespace. What stands directly in the room is left out: it is what all
    /// folders share and what joins them.</summary>
    [Fact]
    public void The_folders_of_Formats_use_each_other_one_way()
    {
        var room = Path.Combine(Checkout.Source, "Formats");
        var uses = Checkout.FilesBelow(room).Where(file => Path.GetDirectoryName(file) != room).GroupBy(
            file => Path.GetRelativePath(room, Path.GetDirectoryName(file)!).Replace(Path.DirectorySeparatorChar, '.'),
            file => Regex.Matches(File.ReadAllText(file), @"^using PaperFunctions\.Formats\.(?<folder>[\w.]+);",
                RegexOptions.Multiline | RegexOptions.ExplicitCapture).Select(m => m.Groups["folder"].Value))
            .ToDictionary(folder => folder.Key, folder => folder.SelectMany(used => used).ToHashSet());
        Assert.Contains("Shared.Evidence", uses["Lists"]);
        while (uses.FirstOrDefault(folder => !folder.Value.Overlaps(uses.Keys)).Key is { } settled)
        {
            uses.Remove(settled);
        }

        Assert.Empty(uses.Select(folder => $"{folder.Key} uses {string.Join(", ", folder.Value.Where(uses.ContainsKey))}"));
    }

    private static bool IsService(string assembly) =>
        assembly.StartsWith("Azure.", StringComparison.Ordinal) || assembly.StartsWith("Microsoft.Azure.", StringComparison.Ordinal)
        || assembly is "SendGrid" or "PaperFunctions.Compat";

    private static string AssemblyOf(string room) => Path.Combine(AppContext.BaseDirectory, $"PaperFunctions.{room}.dll");

    private static List<string> ReferencesOf(string room)
    {
        using var file = new PEReader(File.OpenRead(AssemblyOf(room)));
        var reader = file.GetMetadataReader();
        return [.. reader.AssemblyReferences.Select(r => reader.GetString(reader.GetAssemblyReference(r).Name))];
    }
}
