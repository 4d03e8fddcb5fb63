using PaperFunctions.Formats.Fields;
using PaperFunctions.Formats.Trending;

namespace PaperFunctions.Formats.Lists;

/// <summary>Dates as lists have them; without a year they are the last such day before the upload.</summary>
internal static class ListDates
{
    public static DateOnly? Read(string text, DateTimeOffset uploadedAt) => ShortDate.TryRead(text.Trim(), uploadedAt) ?? Dates.Parse(text);
}
