using System.Globalization;
using System.Text;

namespace PaperFunctions.Benchmarks.Ranking;

/// <summary>AUC against the number of likes, a line for each ranker, as SVG.</summary>
internal static class Plot
{
    private const double Left = 60, Right = 470, Top = 30, Bottom = 310, Low = 0.45, High = 0.8;
    private static readonly string[] Colours = ["#8a8a8a", "#b08a4a", "#3a7d44", "#b5432a", "#6a4fa3", "#0b5fa5"];

    public static string Draw(Dictionary<string, double[]> lines, int[] counts)
    {
        var svg = new StringBuilder("""
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 660 360" font-family="sans-serif" font-size="13" role="img" aria-label="AUC by the number of likes">
            <rect width="660" height="360" fill="#fff"/>

            """);
        for (var tick = 0.45; tick < High + 0.001; tick += 0.05)
        {
            Add(svg, $"""<line x1="{Left}" x2="{Right}" y1="{Y(tick):0.0}" y2="{Y(tick):0.0}" stroke="#ddd"/><text x="{Left - 8}" y="{Y(tick) + 4:0.0}" text-anchor="end">{tick:.00}</text>""");
        }

        for (var k = 0; k < counts.Length; k++)
        {
            Add(svg, $"""<text x="{X(k, counts.Length):0.0}" y="{Bottom + 20}" text-anchor="middle">{counts[k]}</text>""");
        }

        Add(svg, $"""<text x="{(Left + Right) / 2}" y="{Bottom + 40}" text-anchor="middle">liked papers</text><text x="{Left}" y="18">AUC, mean of pages; ours with settings chosen on the other pages</text>""");
        var labels = Spread(lines.Select(l => Y(l.Value[^1])).ToArray());
        foreach (var ((name, values), i) in lines.Select((l, i) => (l, i)))
        {
            var points = string.Join(' ',
                values.Select((v, k) => string.Create(CultureInfo.InvariantCulture, $"{X(k, values.Length):0.0},{Y(v):0.0}")));
            Add(svg, $"""<polyline points="{points}" fill="none" stroke="{Colours[i % Colours.Length]}" stroke-width="{(i == lines.Count - 1 ? 3 : 1.5)}"/><text x="{Right + 8}" y="{labels[i] + 4:0.0}" fill="{Colours[i % Colours.Length]}">{name} {values[^1]:.000}</text>""");
        }

        return svg.Append("</svg>\n").ToString();
    }

    private static double X(int k, int of) => Left + 10 + (k * (Right - Left - 20) / (of - 1));

    private static double Y(double value) => Bottom - ((Math.Clamp(value, Low, High) - Low) / (High - Low) * (Bottom - Top));

    /// <summary>Moves labels apart so that none covers another.</summary>
    private static double[] Spread(double[] at)
    {
        int[] order = [.. Enumerable.Range(0, at.Length).OrderBy(i => at[i])];
        for (var i = 1; i < order.Length; i++)
        {
            at[order[i]] = Math.Max(at[order[i]], at[order[i - 1]] + 16);
        }

        return at;
    }

    private static void Add(StringBuilder svg, string element) => svg.AppendLine(element);
}
