using System.Reflection;

namespace PaperFunctions.Tests.Structure;

/// <summary>Folders of a room use each other one way, as rooms do.</summary>
public class NamespaceCycleTests
{
    /// <summary>Rooms whose folders still use each other in circles: Formats and Ranking around their root, Pages around its root and Mail,
    /// and within Web.</summary>
    private static readonly string[] Exceptions = ["Formats", "Ranking", "Pages"];

    public static TheoryData<string> Rooms =>
        [.. Checkout.Rooms.Where(r => File.Exists(Path.Combine(AppContext.BaseDirectory, $"PaperFunctions.{r}.dll"))).Except(Exceptions)];

    [Theory]
    [MemberData(nameof(Rooms))]
    public void Namespaces_of_a_room_use_each_other_without_cycles(string room)
    {
        Assert.Empty(NamespaceUses.Cycles(NamespaceUses.Of(Assembly.Load($"PaperFunctions.{room}"))));
    }

    [Fact]
    public void Top_folders_of_Flow_use_each_other_without_cycles()
    {
        var uses = NamespaceUses.Of(Assembly.Load("PaperFunctions.Flow"));
        Assert.Contains(("PaperFunctions.Flow.Editions", "PaperFunctions.Flow.Ledger"), uses);
        Assert.Empty(NamespaceUses.Cycles(uses.Select(u => (Top(u.From), Top(u.To))).Where(u => u.Item1 != u.Item2)));

        static string Top(string name) => string.Join('.', name.Split('.').Take(3));
    }

    [Fact]
    public void A_cycle_is_found()
    {
        (string, string)[] uses = [("A", "B"), ("B", "C"), ("C", "A"), ("C", "D"), ("E", "A")];
        Assert.Equal(["A, B, C"], NamespaceUses.Cycles(uses));
    }
}
