using System.Globalization;
using System.Text;

namespace PaperFunctions.Papers;

/// <summary>Titles as an identity: what is left when case, accents, TeX and punctuation are taken away.</summary>
public static class TitleKey
{
    /// <summary>Letters and digits in lower case, one space between words; empty where there are none.</summary>
    public static string Of(string title)
    {
        var text = new StringBuilder(title.Length);
        var gap = false;
        foreach (var c in title.Normalize(NormalizationForm.FormKD))
        {
            if (char.IsLetterOrDigit(c))
            {
                if (gap && text.Length > 0)
                {
                    text.Append(' ');
                }

                gap = false;
                text.Append(char.ToLowerInvariant(c));
            }
            else if (CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark)
            {
                gap = true;
            }
        }

        return text.ToString();
    }
}
