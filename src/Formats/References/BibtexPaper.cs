using System.Text.RegularExpressions;
using PaperFunctions.Formats.Shared.Fields;
using PaperFunctions.Formats.Shared.Ids;
using PaperFunctions.Papers;

namespace PaperFunctions.Formats.References;

/// <summary>A BibTeX entry as a paper.</summary>
internal static partial class BibtexPaper
{
    public static bool Describe(BibtexEntry entry, PaperDraft draft)
    {
        if (entry.Kind is "proceedings" or "online" or "set" or "xdata" && entry.First("title") is null)
        {
            return false;
        }

        draft.IsTex = true;
        draft.Title = entry["title"] is { } title && entry["subtitle"] is { Length: > 0 } subtitle
            ? $"{title}: {subtitle}"
            : entry["title"];
        draft.Abstract = entry["abstract"];
        draft.AddAuthors(Authors(entry.First("author", "authors") ?? ""));
        draft.AddCategories(Labels(entry));
        draft.Published = Published(entry);
        AddIds(entry, draft);
        draft.Venue = Venue(entry);
        return true;
    }

    /// <summary>Names are divided by "and" outside braces; a name that is braced whole is an organisation and stays as it is.</summary>
    private static IEnumerable<string> Authors(string field)
    {
        foreach (var name in SplitAtAnd(FieldText.Line(field)))
        {
            yield return ExtendedName().IsMatch(name)
                ? Extended(name)
                : name.StartsWith('{') && name.EndsWith('}') && name.IndexOf('}') == name.Length - 1 ? name : Names.One(name);
        }
    }

    /// <summary>biblatex's "family=Amsel, given=Bert, prefix=von".</summary>
    private static string Extended(string name)
    {
        var parts = ExtendedName().Matches(name).ToLookup(match => match.Groups["key"].Value, match => match.Groups["value"].Value.Trim());
        return string.Join(' ', ((string[])["given", "prefix", "family", "suffix"]).SelectMany(key => parts[key])
            .Where(part => part.Length > 0));
    }

    private static IEnumerable<string> SplitAtAnd(string field)
    {
        var (from, depth) = (0, 0);
        for (var at = 0; at < field.Length; at++)
        {
            depth += field[at] == '{' ? 1 : field[at] == '}' && depth > 0 ? -1 : 0;
            if (depth == 0 && field[at] == ' ' && field.AsSpan(at).StartsWith(" and ", StringComparison.OrdinalIgnoreCase))
            {
                yield return field[Math.Min(from, at)..at]; // "and and" shares its space
                from = at + 5;
                at += 3;
            }
        }

        yield return field[Math.Min(from, field.Length)..];
    }

    private static IEnumerable<string> Labels(BibtexEntry entry) =>
        (entry["primaryclass"] ?? entry["eprintclass"] ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries)
        .Concat((entry.First("keywords", "keyword", "author_keywords") ?? "").Split(';', ','));

    private static DateOnly? Published(BibtexEntry entry) =>
        Dates.Parse(entry["date"]) ?? Dates.Of(entry["year"], entry["month"], entry["day"]) ?? DayInMonth(entry)
            ?? Dates.Parse(entry["publicationdate"]);

    /// <summary>Styles allow <c>month = jul # "~4"</c> and "4 July".</summary>
    private static DateOnly? DayInMonth(BibtexEntry entry)
    {
        var month = entry["month"];
        return month is not null && MonthAndDay().Match(month.Replace("~", " ", StringComparison.Ordinal)) is { Success: true } match
            ? Dates.Of(entry["year"], match.Groups["m"].Value, match.Groups["d"].Value)
            : null;
    }

    private static void AddIds(BibtexEntry entry, PaperDraft draft)
    {
        var eprintIsArxiv = (entry.First("archiveprefix", "eprinttype") ?? "arxiv").Equals("arxiv", StringComparison.OrdinalIgnoreCase);
        var arxiv = ArxivIds.Parse(entry["arxivid"]) ?? ArxivIds.Parse(entry["arxiv"])
            ?? (eprintIsArxiv ? ArxivIds.Parse(Plain(entry["eprint"])) : null);
        draft.Ids = draft.Ids.With(arxiv, null).With(null, Dois.Parse(Plain(entry["doi"])));
        foreach (var name in (string[])["url", "link", "ee", "bdsk-url-1", "howpublished", "pdf", "code"])
        {
            foreach (var url in Urls(Plain(entry[name])))
            {
                draft.AddLink(url);
            }
        }

        draft.Ids = draft.Ids.With(ArxivIds.Find(entry["journal"]) ?? ArxivIds.Find(entry["note"])
            ?? ArxivIds.Parse(entry["volume"]), null);
    }

    private static string? Venue(BibtexEntry entry)
    {
        var venue = entry.First("journal", "journaltitle", "booktitle", "maintitle", "series");
        return venue is null || Preprint().IsMatch(venue) ? null : venue;
    }

    private static IEnumerable<string> Urls(string? field) =>
        (field ?? "").Split([' ', '\n', '\t', ',', '{', '}'], StringSplitOptions.RemoveEmptyEntries)
            .Where(word => word.StartsWith("http", StringComparison.OrdinalIgnoreCase));

    /// <summary>Addresses and ids without the backslashes that TeX wants before its signs.</summary>
    private static string? Plain(string? value) =>
        value is null ? null : Escaped().Replace(value, "${sign}").Replace(@"\url", "", StringComparison.Ordinal).Trim('{', '}', ' ');

    [Backtracks(BacktracksAttribute.Record, "It is generated code, which is several times as fast.")]
    [GeneratedRegex(@"\{?\\(?<sign>[_%&#$~{}])(?:\{\})?\}?", RegexOptions.ExplicitCapture)]
    private static partial Regex Escaped();

    [Backtracks(BacktracksAttribute.Record, "It is generated code, which is several times as fast.")]
    [GeneratedRegex(@"^\W*(?:arxiv\b|corr\b|abs/|e-?prints?\b)", RegexOptions.IgnoreCase)]
    private static partial Regex Preprint();

    [Backtracks(BacktracksAttribute.Record, "It is generated code, which is several times as fast.")]
    [GeneratedRegex(@"^\W*(?:(?<m>[a-z]{3,9}|\d{1,2})\W{1,3}(?<d>\d{1,2})|(?<d>\d{1,2})\W{1,3}(?<m>[a-z]{3,9}))\W*$",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex MonthAndDay();

    [Backtracks(BacktracksAttribute.Record, "It is generated code, which is several times as fast.")]
    [GeneratedRegex(@"(?:^|,\s?)""?(?<key>family|given|prefix|suffix)\s?=\s?(?<value>[^,=""]{0,200})""?", RegexOptions.ExplicitCapture)]
    private static partial Regex ExtendedName();
}
