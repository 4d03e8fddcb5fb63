using System.Text;
using PaperFunctions.Formats.Shared.Fields;
using PaperFunctions.Formats.Shared.Links;
using PaperFunctions.Papers;

namespace PaperFunctions.Formats.Html;

/// <summary>A paper of a page or a mail while its pieces are met.</summary>
/// <param name="title">As it stands on the page.</param>
/// <param name="line">Of the title, from 1.</param>
internal sealed class PageItem(string title, int line)
{
    private const int MaxAbstract = 64 * 1024;

    private readonly StringBuilder _text = new();
    private bool _closed;

    public PaperDraft Draft { get; } = new() { Title = title };

    public string Title { get; } = title;

    public bool HasIds => Draft.Ids != default;

    public bool HasAbstract => _text.Length > 0;

    /// <summary>Whether it is more than a heading.</summary>
    public bool IsPaper => HasAbstract || Draft.HasAuthors || HasIds;

    /// <summary>What comes after belongs to the page, not to this paper.</summary>
    public void Close() => _closed = true;

    public void AddText(string paragraph)
    {
        if (!_closed && _text.Length + paragraph.Length < MaxAbstract)
        {
            _text.Append(_text.Length > 0 ? " " : "").Append(paragraph);
        }
    }

    /// <summary>Takes a link that stands beside the title, not in a sentence: it leads to this paper.</summary>
    /// <param name="url">As written; links that count clicks are followed as far as they say where they lead.</param>
    /// <param name="words">What the link says.</param>
    public void AddLink(string url, ReadOnlySpan<char> words = default)
    {
        if (!_closed && !url.Contains("//img.shields.io/", StringComparison.Ordinal)
            && WebAddress.Read(TrackedLink.Target(url)) is { } target)
        {
            Draft.AddLink(target, LinkKinds.Of(target, words));
        }
    }

    /// <summary>The entry; null where no title is left. Ids of links within the abstract count only where the text says so.</summary>
    public Entry? Finish(int rank)
    {
        Draft.Abstract = _text.ToString();
        return Draft.Finish() is { } paper ? new Entry(rank, line, HasIds ? paper : OwnIds.Add(paper, Draft.Abstract)) : null;
    }
}
