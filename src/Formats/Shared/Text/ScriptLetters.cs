namespace PaperFunctions.Formats.Shared.Text;

/// <summary>Superscripts and subscripts where Unicode has them.</summary>
internal static class ScriptLetters
{
    /// <summary>Each character, then its raised form.</summary>
    private const string Raised =
        "0⁰1¹2²3³4⁴5⁵6⁶7⁷8⁸9⁹+⁺-⁻−⁻=⁼(⁽)⁾aᵃbᵇcᶜdᵈeᵉfᶠgᵍhʰiⁱjʲ"
        + "kᵏlˡmᵐnⁿoᵒpᵖrʳsˢtᵗuᵘvᵛwʷxˣyʸzᶻAᴬBᴮDᴰEᴱGᴳHᴴIᴵJᴶKᴷLᴸMᴹNᴺOᴼPᴾRᴿTᵀUᵁVⱽWᵂ**′′††‡‡°°";

    private const string Lowered =
        "0₀1₁2₂3₃4₄5₅6₆7₇8₈9₉+₊-₋−₋=₌(₍)₎aₐeₑhₕiᵢjⱼkₖlₗmₘnₙoₒpₚrᵣsₛtₜuᵤvᵥxₓβᵦγᵧρᵨφᵩχᵪ";

    /// <summary>Raised where every character can be; else <c>^(...)</c>.</summary>
    public static string Super(string text) => Map(text, Raised) ?? (text.Length > 1 ? $"^({text})" : "^" + text);

    /// <summary>Lowered where every character can be; else <c>_...</c>.</summary>
    public static string Sub(string text) => Map(text, Lowered) ?? "_" + text;

    public static bool CanRaise(string text) => text.Length > 0 && Map(text, Raised) is not null;

    private static string? Map(string text, string pairs)
    {
        Span<char> mapped = stackalloc char[text.Length <= 32 ? text.Length : 0];
        if (mapped.Length != text.Length)
        {
            return null;
        }

        for (var i = 0; i < text.Length; i++)
        {
            var at = IndexInEven(pairs, text[i]);
            if (at < 0)
            {
                return null;
            }

            mapped[i] = pairs[at + 1];
        }

        return mapped.ToString();
    }

    private static int IndexInEven(string pairs, char c)
    {
        for (var i = 0; i < pairs.Length; i += 2)
        {
            if (pairs[i] == c)
            {
                return i;
            }
        }

        return -1;
    }
}
