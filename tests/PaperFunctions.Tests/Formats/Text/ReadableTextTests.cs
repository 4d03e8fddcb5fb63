using PaperFunctions.Formats.Shared.Text;

namespace PaperFunctions.Tests.Formats.Text;

public class ReadableTextTests
{
    [Theory]
    [InlineData(@"LogPr\'ecis", "LogPrécis")]
    [InlineData(@"C\^ot\'e et al.", "Côté et al.")]
    [InlineData(@"na\""ive and G{\""o}del and \""{U}ber", "naïve and Gödel and Über")]
    [InlineData(@"Erd\H{o}s, \v{S}koda, Fran\c cois, \O sterg\aa rd, Stra\ss e", "Erdős, Škoda, François, Østergård, Straße")]
    [InlineData(@"na{\""\i}ve", "naïve")]
    [InlineData(@"a ``sketch'' of `one' idea", "a “sketch” of ‘one’ idea")]
    [InlineData(@"``reprogrammed"" to", "“reprogrammed” to")]
    [InlineData("pages 3--7 --- or so", "pages 3–7 — or so")]
    [InlineData("run it with --all --fast", "run it with --all --fast")]
    [InlineData(@"85.9\% of \$5 R\&D \#1 a\_b", "85.9% of $5 R&D #1 a_b")]
    [InlineData("models~(PLMs) and JiuZhang~2.0", "models (PLMs) and JiuZhang 2.0")]
    [InlineData("only 1M~60M, up to ~9%, (~4M)", "only 1M~60M, up to ~9%, (~4M)")]
    [InlineData(@"\textbf{Bold} and \emph{soft \textit{words}}", "Bold and soft words")]
    [InlineData(@"{\bf Bold} words", "Bold words")]
    [InlineData(@"\method outperforms", "method outperforms")]
    [InlineData(@"as shown \cite{a,b}.", "as shown.")]
    [InlineData(@"release SequeL\url{https://github.com/a/b_c} as", "release SequeL https://github.com/a/b_c as")]
    [InlineData(@"\href{https://a.org/x}{our page}", "our page")]
    [InlineData("see https://a.org/~jane/x_1--2 now", "see https://a.org/~jane/x_1--2 now")]
    public void Tex_in_prose_is_read(string raw, string expected) => AssertReads(raw, expected);

    [Theory]
    [InlineData(@"$\alpha$-divergence in $\mathbb{R}^n$", "α-divergence in ℝⁿ")]
    [InlineData(@"$O(n \log n)$ time", "O(n log n) time")]
    [InlineData(@"$\mathcal{O}(n^2)$ and $x_{ij}$", "O(n²) and xᵢⱼ")]
    [InlineData(@"$10^{-3}$ and $2^{\beta}$", "10⁻³ and 2^β")]
    [InlineData(@"$\frac{1}{2}$ and $\sqrt{n+1}$", "1/2 and √(n+1)")]
    [InlineData(@"$A \subseteq B$, $p \le 0.05$", "A ⊆ B, p ≤ 0.05")]
    [InlineData(@"\(x \in X\) holds", "x ∈ X holds")]
    [InlineData(@"$$E = mc^2$$", "E = mc²")]
    [InlineData(@"M$^3$ViT, M^3ViT, M^{3}ViT", "M³ViT, M³ViT, M³ViT")]
    [InlineData("O(N^2) and sigma_8", "O(N²) and sigma_8")]
    [InlineData("20$^\\circ$C", "20°C")]
    [InlineData("from $5 to $10 a day", "from $5 to $10 a day")]
    [InlineData("less than $15 per paper and more than US$ a day", "less than $15 per paper and more than US$ a day")]
    [InlineData("costs $1,000", "costs $1,000")]
    public void Simple_math_is_read_and_money_is_left(string raw, string expected) => AssertReads(raw, expected);

    [Theory]
    [InlineData("R&amp;D &lt; 5 &eacute;t&eacute;", "R&D < 5 été")]
    [InlineData("double &amp;amp; encoded", "double & encoded")]
    [InlineData("<p>One <i>fine</i> day,<br/>two</p>", "One fine day, two")]
    [InlineData("<jats:p>An <jats:italic>in vitro</jats:italic> study</jats:p>", "An in vitro study")]
    [InlineData("H<sub>2</sub>O and 10<sup>6</sup>", "H₂O and 10⁶")]
    [InlineData("simple <kernel> + <programming model> hints, z < 1", "simple <kernel> + <programming model> hints, z < 1")]
    [InlineData("x<script>alert(1)</script>y", "x y")]
    public void Markup_does_not_leak(string raw, string expected) => AssertReads(raw, expected);

    [Theory]
    [InlineData("wrapped\n  lines\r\nare\tjoined ", "wrapped lines are joined")]
    [InlineData("no\u00A0break, soft\u00ADhyphen, \u202Ebidi\u202C", "no break, softhyphen, bidi")]
    [InlineData("{omega_m, omega_b} stay", "{omega_m, omega_b} stay")]
    public void White_space_is_one_space_and_plain_braces_stay(string raw, string expected) => AssertReads(raw, expected);

    [Fact]
    public void Braces_of_tex_sources_go()
    {
        Assert.Equal("The BERT of Zürich", ReadableText.FromTex(@"The {{BERT}} of {Z}{\""u}rich"));
    }

    [Theory]
    [InlineData("{")]
    [InlineData("}")]
    [InlineData("\\")]
    [InlineData("$")]
    [InlineData("^")]
    [InlineData("\\frac{")]
    [InlineData("\\'")]
    [InlineData("\\textbf{")]
    [InlineData("\\(")]
    [InlineData("$\\frac")]
    [InlineData("<p <p <")]
    [InlineData("`")]
    [InlineData("^{")]
    [InlineData("{\\")]
    public void Broken_markup_is_survived_also_a_thousandfold(string part)
    {
        foreach (var count in new[] { 1, 2, 3, 50, 3000 })
        {
            Assert.NotNull(ReadableText.From(string.Concat(Enumerable.Repeat(part, count))));
            Assert.NotNull(ReadableText.FromTex(string.Concat(Enumerable.Repeat(part + "x", count))));
        }
    }

    [Fact]
    public void Plain_text_is_given_back_as_it_is()
    {
        const string plain = "Nothing to do here (really): 5 - 3 = 2.";
        Assert.Same(plain, ReadableText.From(plain));
        Assert.Null(ReadableText.Original(plain, ReadableText.From(plain)));
        Assert.Null(ReadableText.Original("two\nlines", ReadableText.From("two\nlines")));
        Assert.Equal("a~b", ReadableText.Original("a~b", ReadableText.From("a~b")));
    }

    private static void AssertReads(string raw, string expected)
    {
        Assert.Equal(expected, ReadableText.From(raw));
        Assert.Equal(expected, ReadableText.From(expected));
    }
}
