using System.Text.RegularExpressions;
using PaperFunctions.Formats.Shared.Evidence;
using PaperFunctions.Formats.Shared.Fields;

namespace PaperFunctions.Formats.Html;

/// <summary>Tells titles of papers from what else stands on the lines of alerts and lists: sections, buttons, sources, dates.</summary>
internal static partial class PageWords
{
    private const int ShortestTitle = 15;


    private const int LongestSource = 250;

    /// <summary>Whether the line has the shape of a title: some words that are none of a mail's own.</summary>
    public static bool MayBeTitle(string text) =>
        text.Length is >= ShortestTitle and <= TitleWords.Longest && HasWords(text) && !IsLabel(text) && !IsSource(text)
            && !Address().IsMatch(text) && !AuthorLine.LooksLike(NamesIn(text));

    /// <summary>A line of names without the word before them and the stop behind; names left out in the
    /// middle part the others too.</summary>
    public static string NamesIn(string text) =>
        (text.StartsWith("by ", StringComparison.OrdinalIgnoreCase)
            ? text[3..]
            : text.StartsWith("Authors: ", StringComparison.OrdinalIgnoreCase) ? text[9..] : text)
            .Replace("…", ",", StringComparison.Ordinal).Replace(" ... ", ", ", StringComparison.Ordinal)
            .Replace(", ,", ",", StringComparison.Ordinal)
            .Replace(" ,", ",", StringComparison.Ordinal).TrimEnd('.', ' ', ',');

    /// <summary>Whether the line belongs to the mail or the journal: a section, a button, a notice.</summary>
    public static bool IsLabel(string text) => text.Length < TitleWords.Longest && (Whole().IsMatch(text) || Start().IsMatch(text));

    /// <summary>Whether the line says where and when something appeared.</summary>
    public static bool IsSource(string text) => text.Length < LongestSource && Source().IsMatch(text);

    /// <summary>The journal of a source line such as "Journal of Optics. 2026;12:34"; null where none stands there.</summary>
    public static string? Venue(string text) =>
        text.Length < LongestSource && Journal().Match(text) is { Success: true } match ? match.Groups["name"].Value.Trim() : null;

    /// <summary>The day that a source line names, also behind the name of the journal; null where it names none.</summary>
    public static DateOnly? Date(string text) =>
        Dates.Parse(text) ?? (Year().Match(text) is { Success: true } year ? Dates.Parse(text[year.Index..]) : null);

    /// <summary>Three words; scripts without spaces need eight letters.</summary>
    private static bool HasWords(string text) =>
        text.Count(c => c == ' ') >= 2 ? text.Count(char.IsLetter) >= text.Length / 2 : text.Count(c => c >= '\u3040') >= 8;

    [GeneratedRegex(@"^\W*(?:(?:the )?editorials?|news(?: (?:&|and) (?:views|comments?|analysis|features?|focus))?|" +
        @"news(?: in)? (?:brief|focus|features?)|(?:research|review|original|short|brief|rapid|data|technical|case|clinical|invited|" +
        @"special)?\s?(?:research )?(?:articles?|papers?|reports?|communications?|reviews?|letters?|highlights?|notes?|studies|" +
        @"resources?|briefings?)(?:[ -]open access)?|" +
        @"open access(?:\s?[-–|•].*)?|free(?: access| article)?|in this issue|(?:table of )?contents|new (?:issue|articles?|papers?|" +
        @"research|content)(?: (?:is )?(?:now )?available(?: online)?)?|now online|latest (?:articles|research|issue|news)|" +
        @"comments?(?:ary| & opinion| and opinion)?|correspondence|perspectives?|matters arising|(?:author|publisher)?\s?corrections?|" +
        @"errat(?:um|a)|corrigend(?:um|a)|retractions?|obituar(?:y|ies)|books? (?:&|and) arts|book reviews?|career(?:s| column)|" +
        @"world view|essays?|insights?|previews?|viewpoints?|analys[ie]s|methods|protocols?|theses|cover|on the cover|issue information|" +
        @"abstract(?: ?\| ?full ?text)?(?: ?\| ?pdf)?(?: ?\|.*)?|full[ -]?text(?: ?\|.*)?|pdf(?: ?\(.{0,20}\))?|html|e?pub|references|" +
        @"supplement(?:ary|al)?(?: .*)?|related articles?.*|first page|preview|cite|save|share|print|email|home|about(?: us)?|help|faq|" +
        @"advertis(?:ement|ing|e with us)|sponsored(?: .*)?|sign (?:in|up).*|log ?in|subscribe.*|more|next|previous|facebook|twitter|" +
        @"linkedin|youtube|instagram|wechat|weibo)\W*$", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Whole();

    [GeneratedRegex(@"^\W*(?:read (?:more|full|the (?:full|article|paper|latest|issue|story|editorial)|now|article|online|in|on|all|" +
        @"this)\b|view (?:in (?:your )?browser|as a web|this (?:e-?mail|message|issue|article)|all|online|article|issue|latest|full|" +
        @"abstract|pdf|the (?:latest|issue|full|complete|entire|online|current|table|web)|more|email|table)\b|see (?:all|more|the full|" +
        @"latest|related)\b|" +
        @"click (?:here|to)\b|go to\b|visit (?:the|our|us)\b|browse (?:the|all|our|more|by)\b|explore (?:our|more|all)\b|find out\b|" +
        @"learn more\b|download (?:the|pdf|our|citation)\b|register (?:now|for|here|today)\b|submit (?:your|a|to|now)\b|follow us\b|" +
        @"forward (?:to|this)\b|" +
        @"un-?subscribe|opt[- ]out|manage (?:my|your|alerts?|e-?mail|subscriptions?|preferences)\b|update (?:my|your|e-?mail|" +
        @"preferences)\b|change (?:your|my|e-?mail)\b|edit (?:your|my|this)\b|(?:your |my )?(?:e-?mail |alert |account |communication |" +
        @"subscription )(?:preferences|settings|alerts?)\b|cancel (?:this|your|alert)|delete this|" +
        @"privacy (?:policy|notice|statement|settings|preferences|&)|cookies? (?:policy|settings|notice)|terms (?:of (?:use|service)|" +
        @"and cond|& cond)|terms,|contact (?:us|the|customer|support)\b|copyright (?:©|\(c\)|\d)|©|\(c\) ?\d|all rights reserved|" +
        @"you (?:(?:have|are|['’]re|were|can) )?(?:receiv|getting|subscri|signed|registered|unsub)|you(?:['’]ve| have) received|" +
        @"this (?:e-?mail|message|newsletter|alert|mail|journal|issue) (?:was|is|has|have|and|contains|may)\b|to (?:ensure|unsubscribe|" +
        @"stop|change your|view|manage|modify|cancel|update|opt|add|receive|make sure|read (?:this|the|more))\b|" +
        @"if you (?:no longer|do not|don['’]t|wish|would|have|are|want|can|prefer)\b|trouble viewing|having trouble|please (?:do not|" +
        @"note|add|click|visit|contact|see)\b|powered by|sent (?:by|to|from)\b|dear .*,$|add .*address book|saved search|your (?:saved |" +
        @"recent )?(?:search|alert|criteria|query)\b|search (?:alert|results)\b|\d* ?new results? (?:for|found)|\d+ results?\b|" +
        @"we (?:found|have found)\b|" +
        @"new (?:articles? (?:in|for|from|available|published)|issue|articles in press|papers (?:in|for|from))\b|articles? in press|" +
        @"latest articles|(?:a |the )?(?:new|current|latest) issue\b|advance online pub|online ?first (?:articles|$)|table of contents|" +
        @"in this issue|call for (?:papers|submissions|nominations)|advertisement|advertise (?:with|here)|sponsored (?:by|content|" +
        @"feature)|special issue\b|join (?:us|now|our)\b|save \d|get (?:\d|the app|full access|access)\b|recommend (?:this|to)\b|" +
        @"apply now|featured jobs?|webinars?:|podcasts?:|upcoming (?:events?|webinars?|conferences?)|events?:|jobs?:)",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Start();

    /// <summary>A volume, pages, a date or "Published online" and little else.</summary>
    [GeneratedRegex(@"^\W*(?:vol(?:ume|\.)? ?\d|issue \d|issue:|no\. ?\d|pages?:? |pp\. ?\d|e\d{4,}$|article (?:number|id|no)|doi ?:|" +
        @"doi 10|https?:|arxiv:|pmid|pmcid|issn|(?:(?:first )?(?:published|posted)|e?pub|available|publication date|received|accepted|" +
        @"version of record)(?: online| ahead of print| on)?:? ?(?:\d|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)|" +
        @"(?:\d{1,2} )?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.?,? (?:\d{1,2},? )?\d{4})|" +
        @"^.{2,}?[.,;:]? ?(?:\(|\b)(?:19|20)\d\d\)?(?: [A-Z][a-z]{2,8}\.?(?: \d{1,2})?)?[;:.,] ?(?:\d|e\d|vol|doi|published|epub|" +
        @"in press|online|\()|^.{2,}, ?(?:vol(?:ume|\.)? ?\d|published online|\d{1,4}\(\d)|" +
        @"^.{2,} published (?:online )?\d{1,2} [A-Z][a-z]{2,8} \d{4}|^.{2,} (?:doi:|posted (?:on(?:line)? )?\d)",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Source();

    [GeneratedRegex(@"^(?<name>[\p{L}][\p{L}\p{M}&:,.' -]+?)(?:[.,;]? ?\(?(?:19|20)\d\d\b|, ?(?:vol(?:ume|\.)? ?\d|published)|" +
        @" published (?:online )?\d)", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Journal();

    [GeneratedRegex(@"\b(?:19|20)\d\d\b", RegexOptions.NonBacktracking)]
    private static partial Regex Year();

    [GeneratedRegex(@"^\W*(?:https?:|www\.|doi ?:|10\.\d{4}|[\w.+-]+@[\w-]+\.)", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Address();
}
