using System.Collections.Frozen;

namespace PaperFunctions.Formats.Lists;

/// <summary>A line that names what it holds: <c>Authors: ...</c>, <c>Paper: https://...</c>.</summary>
internal static class FieldLabel
{
    private const int Longest = 30;

    private static readonly FrozenDictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> Known = Names(
        ("title", "title papertitle 标题 题目 论文标题"),
        ("authors", "author authors author(s) by 作者"),
        ("abstract", "abstract summary tl;dr tldr description snippet 摘要 英文摘要 中文摘要 概要"),
        ("url", "url urls link links paper papers pdf html page paperlink paperurl readmore read arxivlink abs 论文 论文链接 链接 原文 地址 "
            + "paper(oral) paper(poster) oral poster 论文(oral)"),
        ("project", "project projectpage website homepage webpage demo 主页 项目 项目主页"),
        ("code", "code github repo repository sourcecode officialcode implementation 代码"),
        ("venue", "venue journal journal-ref conference publishedin publisher source booktitle 会议 期刊 来源"),
        ("date", "date published publishedon publicationdate publishdate submitted year 日期 发布日期 发表时间 时间"),
        ("doi", "doi"),
        ("arxiv", "arxiv arxivid 编号"),
        ("categories", "categories category subjects keywords tags topics maincategory"),
        ("votes", "votes upvotes"),
        ("comments",
            "comments comment note notes score affiliation affiliations institutions institution env key motivation method result "
            + "conclusion matched sources citations bibtex video slides dataset data"));

    /// <summary>The label's meaning and where its value starts; null where the line has none that is known.</summary>
    public static (string Name, int Value)? Of(string line)
    {
        return Of(line, line.AsSpan(0, Math.Min(line.Length, 2 * Longest)).IndexOfAny(':', '：'));
    }

    /// <summary>As <see cref="Of(string)"/>, also for a row of two cells: <c>| Authors | ... |</c>.</summary>
    public static (string Name, int Value)? OfRow(string line) =>
        line.StartsWith('|') ? Of(line, line.AsSpan(1, Math.Min(line.Length - 1, 2 * Longest)).IndexOf('|') + 1) : Of(line);

    private static (string Name, int Value)? Of(string line, int colon)
    {
        Span<char> label = stackalloc char[Longest];
        return colon > 0 && Fold(line.AsSpan(0, colon), label) is > 0 and var length && Known.TryGetValue(label[..length], out var name)
            && !line.AsSpan(colon).StartsWith("://")
            ? (name, colon + 1) : null;
    }

    /// <summary>Writes the letters of a label small; gives their number, 0 for what is no label.</summary>
    private static int Fold(ReadOnlySpan<char> text, Span<char> folded)
    {
        var length = 0;
        foreach (var c in text)
        {
            if ((char.IsLetter(c) || c is ';' or '(' or ')' or '-') && !(length == 0 && c is '-' or ')' or '('))
            {
                if (length == folded.Length)
                {
                    return 0;
                }

                folded[length++] = char.ToLowerInvariant(c);
            }
            else if (char.IsDigit(c))
            {
                return 0;
            }
        }

        return length;
    }

    private static FrozenDictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> Names(params (string Name,
        string Labels)[] known) =>
        known.SelectMany(one => one.Labels.Split(' ').Select(label => (label, one.Name)))
            .ToFrozenDictionary(one => one.label, one => one.Name, StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
}
