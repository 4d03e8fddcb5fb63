using System.Globalization;

namespace PaperFunctions.Tests.Pages;

/// <summary>Contrast ratio as WCAG 2.2 defines it (relative luminance in sRGB).</summary>
internal static class Contrast
{
    /// <summary>Least ratio for text (success criterion 1.4.3).</summary>
    public const double Text = 4.5;

    /// <summary>Least ratio for the edges of fields and buttons (1.4.11).</summary>
    public const double Edge = 3;

    public static double Ratio(string first, string second)
    {
        var (a, b) = (Luminance(first), Luminance(second));
        return (Math.Max(a, b) + 0.05) / (Math.Min(a, b) + 0.05);
    }

    private static double Luminance(string hex) => (0.2126 * Channel(hex, 1)) + (0.7152 * Channel(hex, 3)) + (0.0722 * Channel(hex, 5));

    private static double Channel(string hex, int at)
    {
        var value = int.Parse(hex.AsSpan(at, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.Pow((value + 0.055) / 1.055, 2.4);
    }
}
