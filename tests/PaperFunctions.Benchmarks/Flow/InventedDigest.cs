using System.Text;

namespace PaperFunctions.Benchmarks.Flow;

/// <summary>A spaced trending page with as many papers as wanted, all different, about as long as real ones.</summary>
internal static class InventedDigest
{
    private const int TitleWords = 9;
    private const int AbstractWords = 180;

    public static string Write(int papers, int seed)
    {
        var random = new Random(seed);
        var text = new StringBuilder(
            "new\n\nGet trending papers in your email inbox!\n\nSubscribe\n\nbyAK and the research community\n\nMar 14\n\n");
        for (var i = 0; i < papers; i++)
        {
            text.Append("Study ").Append(seed).Append('-').Append(i).Append(": ");
            Words(text, random, TitleWords).Append("\n\n");
            Words(text, random, AbstractWords).Append(".\n\n");
        }

        return text.ToString();
    }

    private static StringBuilder Words(StringBuilder text, Random random, int count)
    {
        for (var i = 0; i < count; i++)
        {
            var start = text.Length;
            for (var syllables = random.Next(1, 4); syllables > 0; syllables--)
            {
                text.Append("bdfklmnprstv"[random.Next(12)]).Append("aeiou"[random.Next(5)]);
            }

            text[start] = i == 0 ? char.ToUpperInvariant(text[start]) : text[start];
            text.Append(i < count - 1 ? " " : "");
        }

        return text;
    }
}
