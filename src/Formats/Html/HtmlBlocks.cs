using System.Text;
using AngleSharp.Html;
using AngleSharp.Html.Parser;
using AngleSharp.Html.Parser.Tokens;
using AngleSharp.Text;
using PaperFunctions.Formats.Shared.Text;

namespace PaperFunctions.Formats.Html;

/// <summary>A page as headings, texts and links, from AngleSharp's tokens: no tree is built, so depth and size of the page cost nothing.</summary>
internal sealed class HtmlBlocks : IDisposable
{
    /// <summary>Characters kept of the words of a link.</summary>
    private const int LongestLink = 8 * 1024;

    private readonly HtmlTokenizer tokens;
    private readonly HtmlText text = new();
    private readonly MarkedNames names = new();
    private readonly StringBuilder linkText = new();
    private readonly Queue<HtmlBlock> ready = new();
    private string? unread;
    private int unreadDepth;
    private string? href;
    private string? textHref;
    private bool inHeading;
    private bool inRecord;
    private bool broken;

    public HtmlBlocks(string page)
    {
        tokens = new HtmlTokenizer(new TextSource(page), HtmlEntityProvider.Resolver) { SkipComments = true };
    }

    /// <summary>What the page says of itself, as far as it was read.</summary>
    public PageHead Head { get; } = new();

    /// <summary>Authors whose names the page marks up part by part.</summary>
    public IReadOnlyList<string> Names => names.All;

    public void Dispose() => tokens.Dispose();

    public IEnumerable<HtmlBlock> Read()
    {
        while (tokens.Get() is { Type: not HtmlTokenType.EndOfFile } token)
        {
            Take(token);
            while (ready.TryDequeue(out var block))
            {
                yield return block;
            }
        }

        Flush(false);
        while (ready.TryDequeue(out var block))
        {
            yield return block;
        }
    }

    private void Take(HtmlToken token)
    {
        if (token.Type == HtmlTokenType.Character)
        {
            names.Add(token.Data);
        }

        switch (token.Type)
        {
            case HtmlTokenType.StartTag:
                Start(token.AsTag());
                break;
            case HtmlTokenType.EndTag when unread is not null:
                unreadDepth -= token.Name == unread ? 1 : 0;
                (unread, inRecord) = unreadDepth > 0 ? (unread, inRecord) : (null, false);
                break;
            case HtmlTokenType.EndTag:
                End(token.Name);
                break;
            case HtmlTokenType.Character when unread is null:
                Append(token);
                break;
            case HtmlTokenType.Character when inRecord:
                Head.AddRecord(token.Data);
                break;
        }
    }

    private void Append(HtmlToken token)
    {
        text.Append(token.Data, token.Position.Line);
        if (href is not null)
        {
            textHref ??= href;
            linkText.Append(token.Data.AsSpan(0, Math.Clamp(LongestLink - linkText.Length, 0, token.Data.Length)));
        }
    }

    private void Start(HtmlTagToken tag)
    {
        if (tag.Name is "script" or "style" or "iframe" or "noscript" or "textarea")
        {
            tokens.State = tag.Name is "script" ? HtmlParseMode.Script : tag.Name is "textarea" ? HtmlParseMode.RCData : HtmlParseMode.Rawtext;
        }

        Head.Take(tag);
        names.Start(tag);
        unread = unread == "head" && !HtmlTags.IsOfHead(tag.Name) ? null : unread;
        if (unread is not null)
        {
            unreadDepth += tag.Name == unread && !tag.IsSelfClosing ? 1 : 0;
            inRecord |= HtmlTags.IsRecord(tag);
            return;
        }

        Data(tag);
        if (HtmlTags.IsTex(tag))
        {
            text.StartTex(tag.Position.Line);
        }
        else if (HtmlTags.IsUnread(tag))
        {
            (unread, unreadDepth, inRecord) = tag.IsSelfClosing ? (null, 0, false) : (tag.Name, 1, HtmlTags.IsRecord(tag));
        }
        else
        {
            Read(tag);
        }
    }

    private void Read(HtmlTagToken tag)
    {
        switch (tag.Name)
        {
            case "a":
                (href, textHref) = (tag.GetAttribute("href"), text.IsEmpty ? null : textHref);
                linkText.Clear();
                break;
            case "sub" or "sup":
                text.StartScript();
                break;
            case "math":
                text.StartMath();
                break;
            case var name when !HtmlTags.IsInline(name):
                Flush(tag.Name == "br");
                Open(tag);
                break;
        }
    }

    private void Open(HtmlTagToken tag)
    {
        inHeading |= HtmlTags.IsHeading(tag.Name);
        if (tag.Name is "article" or "hr")
        {
            ready.Enqueue(new(tag.Name is "hr" ? HtmlBlockKind.Rule : HtmlBlockKind.CardStart, "", null, tag.Position.Line));
        }
    }

    private void Data(HtmlTagToken tag)
    {
        if (tag.GetAttribute("data-props") is { Length: > 2 } data)
        {
            ready.Enqueue(new(HtmlBlockKind.Data, data, null, tag.Position.Line));
        }
    }

    private void End(string name)
    {
        switch (name)
        {
            case "a":
                EndLink();
                break;
            case "sub" or "sup":
                text.EndScript(name);
                break;
            case "script" or "annotation":
                text.EndTex();
                break;
            case var other when !HtmlTags.IsInline(other):
                Flush(false);
                Close(other);
                break;
        }
    }

    private void Close(string name)
    {
        inHeading &= !HtmlTags.IsHeading(name);
        if (name is "article")
        {
            ready.Enqueue(new(HtmlBlockKind.CardEnd, "", null, 0));
        }
    }

    private void EndLink()
    {
        if (href is { Length: > 0 } target && !inHeading)
        {
            ready.Enqueue(new(HtmlBlockKind.Link, OneLine.Of(linkText.ToString()), target, text.Line));
        }

        href = null;
        linkText.Clear();
    }

    private void Flush(bool atBreak)
    {
        var clean = text.Take();
        if (clean.Length > 0)
        {
            ready.Enqueue(new(inHeading ? HtmlBlockKind.Heading : HtmlBlockKind.Text, clean, textHref, text.Line, broken));
        }

        broken = atBreak && clean.Length > 0;
        textHref = href;
    }
}
