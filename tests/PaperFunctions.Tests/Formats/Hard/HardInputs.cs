namespace PaperFunctions.Tests.Formats.Hard;

/// <summary>Texts that are made to hurt.</summary>
internal static class HardInputs
{
    /// <summary>Pieces that, repeated, fill a head with what recognition looks for and never finds whole.</summary>
    private static readonly string[] Pieces =
    [
        "\n", "\r\n", " ", "\t", "a", "A", "1", "<", "{", "[", "@", "\\", "-", "=", "%", "#", "*", ":", ",", ";", "|", "\"", "'", "&", "(",
        "\uFEFF", "\u00A0", "\0", "é",
        "a\n", " \n", "%\n", "{}", "[]", "[{", "{\"a\":", "<a ", "<!--", "<!-- -", "<?", "<!DOCTYPE [", "\\\\\n", "\\\\\narXiv:", "TY  - ",
        "TY  - JOUR\n", "TY", "PMID- ", "PMID- 1", "PMID",
        "@a", "@a{", "@a{\n", "@ ", "@\n", "x=", "a,", "From:", "From: a\n", "X-a:", "a:\n ", "Subject: a\n", "Title: a\n", "1. a\n",
        "# a\n", "- **a\n", "**", "[a](", "A. ", "Aa ", "Aa, ", "Aa and ",
        "Get trending papers in your email inbox\n", "Subscribe\n", "title,", "title\t", "<rss ", "<feed ", "<html ", "<meta charset ",
    ];

    /// <summary>What a head may start with before it goes wrong.</summary>
    private static readonly string[] Starts =
    [
        "", "a", "TY  - JOUR", "PMID- 1", "\\\\", "\\\\\n", "\\\\\narXiv:", "@article{", "@article{a", "%", "<", "<!--", "<?xml",
        "<?xml ?>", "<!DOCTYPE a [", "{", "[{", "{\"title\":\"", "From: a\nTo: b\nDate: c\n", "From: ", "- [", "# ", "1. ", "**", "[",
        "Title:", "title,",
    ];

    /// <summary>Heads of files, each of the length given.</summary>
    public static IEnumerable<(string Name, string Text)> Heads(int length) =>
        from start in Starts
        from piece in Pieces
        select ($"{start}|{piece}", (start + Repeat(piece, length / piece.Length + 1))[..(length - 1)] + 'a');

    /// <summary>Whole files.</summary>
    public static IEnumerable<string> Files()
    {
        yield return "\0";
        yield return new string('\0', 100_000);
        yield return new string('\n', 1_000_000);
        yield return new string('x', 3_000_000);
        yield return new string('<', 200_000);
        yield return Repeat("<div>", 200_000);
        yield return Repeat("<a href=x>", 50_000) + Repeat("<h3>", 50_000);
        yield return new string('[', 200_000) + new string(']', 200_000);
        yield return Repeat("{\"a\":", 100_000);
        yield return "@article{a, title={" + new string('{', 200_000);
        yield return Repeat("# \n- \n1. \nTitle:\n\\\\\nTY  - JOUR\nER  - \n", 50_000);
        yield return Repeat("[a](", 100_000);
        yield return Repeat("**a", 100_000);
        yield return Repeat("Title: a\nAbstract: $x^{y_{z}}$ \\frac{\\frac{a}{b}}{c} https://a.b/c\n\n", 5_000);
        yield return "From: a\nTo: b\nSubject: c\nContent-Type: multipart/mixed; boundary=x\n\n" + Repeat("--x\n", 100_000);
        yield return Entities();
        yield return "<rss><channel>" + Repeat("<item/>", 200_000);
        yield return "<feed>" + Repeat("<entry><title>&lt;</title></entry>", 50_000);
        yield return "[" + Repeat("{},", 300_000);
        yield return Repeat("{}\n", 300_000);
        yield return Repeat("{\n", 300_000);
        yield return "title,authors\n" + Repeat(",\n", 300_000);
        yield return "title,authors\n" + Repeat("\"a\n", 200_000);
        yield return Repeat("@a{,}\n", 100_000);
        yield return Repeat("@article{a,\n", 100_000);
        yield return "{\"title\":\"" + Repeat("\\u0041 $", 200_000);
        yield return "@article{a, title={a}, abstract={" + Repeat("\\frac{\\hat{a}}{", 15_000) + Repeat("}", 15_000) + "}}";
        yield return "{\"title\":\"a\",\"abstract\":\"" + Repeat("<sub><!-- &amp;lt; arXiv: 10.1/ ", 8_000) + "\",\"authors\":\""
            + Repeat("(a, ", 50_000) + "\"}";
        yield return "TY  - JOUR\nTI  - a\nAU  - " + Repeat("a, ", 100_000) + "\nAB  - " + Repeat("{$_^", 60_000) + "\nER  - \n";
    }

    /// <summary>Files of several megabytes: lines of ten, a million empty items. One at a time, and not for every test run.</summary>
    public static IEnumerable<string> Large()
    {
        const int Million = 1_000_000;
        yield return new string('x', 10 * Million);
        yield return "title,authors\n\"" + new string('x', 10 * Million);
        yield return "[{\"title\":\"" + new string('x', 10 * Million);
        yield return "@article{a, title={" + new string('x', 10 * Million);
        yield return "<feed><entry><title>" + new string('x', 10 * Million);
        yield return "Title: " + new string('x', 10 * Million) + "\nAbstract: a\n";
        yield return "title,authors\n" + Repeat(",\n", Million);
        yield return "title,authors\n" + Repeat("\"a\"\"\na,b\n", Million);
        yield return "[" + Repeat("{},", Million);
        yield return "{" + string.Concat(Enumerable.Range(0, Million).Select(i => $"\"{i}\":{{\"title\":\"\"}},"));
        yield return Repeat("{}\n", Million);
        yield return "<rss><channel>" + Repeat("<item/>", Million);
        yield return "<feed>" + Repeat("<entry/>", Million);
        yield return Repeat("@a{,}\n", Million);
        yield return Repeat("TY  - \nER  - \n", Million);
        yield return Repeat("PMID- 1\n\n", Million);
        yield return Repeat("\\\\\n\\\\\n", Million);
        yield return Repeat("# \n", Million);
        yield return "|title|url|\n|---|---|\n" + Repeat("|||\n", Million);
        yield return Repeat("<dt>arXiv:2401.00001</dt>", Million);
        yield return Repeat("--x\n\n", Million);
    }

    private static string Entities() =>
        "<!DOCTYPE lolz [<!ENTITY a \"aaaaaaaaaa\">"
        + string.Concat(Enumerable.Range(0, 9).Select(i => $"<!ENTITY {(char)('b' + i)} \"{Repeat($"&{(char)('a' + i)};", 10)}\">"))
        + "]><rss><channel><item><title>&j;</title></item></channel></rss>";

    private static string Repeat(string text, int count) => string.Concat(Enumerable.Repeat(text, count));
}
