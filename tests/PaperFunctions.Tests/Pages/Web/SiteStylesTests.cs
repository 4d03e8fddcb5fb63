using System.Text;
using System.Text.RegularExpressions;
using PaperFunctions.Pages.Web;

namespace PaperFunctions.Tests.Pages.Web;

public sealed partial class SiteStylesTests
{
    private static readonly string Css = Encoding.UTF8.GetString(SiteAssets.Styles.Content);

    [Fact]
    public void Text_reads_on_every_ground_in_light_and_dark()
    {
        foreach (var palette in Palettes())
        {
            foreach (var ink in new[] { "ink", "soft", "link", "good", "bad" })
            {
                Assert.All(["page", "card", "tint"], ground => AtLeast(Contrast.Text, palette, ink, ground));
            }

            AtLeast(Contrast.Text, palette, "on-link", "link");
            AtLeast(Contrast.Text, palette, "on-mark", "mark");
            AtLeast(Contrast.Text, palette, "on-bad", "bad");
        }
    }

    [Fact]
    public void Edges_of_fields_and_the_focus_ring_can_be_seen()
    {
        foreach (var palette in Palettes())
        {
            Assert.All(["page", "card"], ground => AtLeast(Contrast.Edge, palette, "edge", ground));
            Assert.All(["page", "card", "tint"], ground => AtLeast(Contrast.Edge, palette, "link", ground));
        }
    }

    [Fact]
    public void Colours_stand_in_the_palette_alone()
    {
        var rules = Css[Css.IndexOf("*, ::before", StringComparison.Ordinal)..];
        Assert.DoesNotContain('#', rules);
        Assert.DoesNotContain("url(", Css, StringComparison.Ordinal);
        Assert.All(Used().Matches(rules)
            .Select(m => m.Groups["name"].Value), name => Assert.All(Palettes(), p => Assert.Contains(name, p.Keys)));
    }

    [Fact]
    public void Both_palettes_name_the_same_colours() => Assert.Equal(Palettes()[0].Keys.Order(), Palettes()[1].Keys.Order());

    private static void AtLeast(double ratio, Dictionary<string, string> palette, string ink, string ground) =>
        Assert.True(Contrast.Ratio(palette[ink], palette[ground]) >= ratio,
            $"{ink} {palette[ink]} on {ground} {palette[ground]}: {Contrast.Ratio(palette[ink], palette[ground]):0.00}");

    /// <summary>The light palette, then the dark one.</summary>
    private static List<Dictionary<string, string>> Palettes() =>
        [.. Roots().Matches(Css)
            .Select(root => Colours().Matches(root.Value).ToDictionary(m => m.Groups["name"].Value, m => m.Groups["value"].Value))];

    [GeneratedRegex(@":root \{[^}]*\}", RegexOptions.CultureInvariant)]
    private static partial Regex Roots();

    [GeneratedRegex(@"--(?<name>[a-z-]+): (?<value>#[0-9a-f]{6});", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Colours();

    [GeneratedRegex(@"var\(--(?<name>[a-z-]+)\)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Used();
}
