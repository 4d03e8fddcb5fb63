using System.Text;
using AngleSharp.Html;
using AngleSharp.Html.Parser;
using AngleSharp.Html.Parser.Tokens;
using AngleSharp.Text;
using PaperFunctions.Formats.Shared.Text;

namespace PaperFunctions.Formats.Html;

/// <summary>A page as headings, texts and links, from AngleSharp's tokens: no tree is built, so depth
/// and size of the page cost nothing.</summary>
internal sealed class HtmlBlocks : IDisposable
{
    /// <summary>Characters kept of the words of a link.</summary>
    private const int LongestLink = 8 * 1024;

    private readonly HtmlTokenizer _tokens;
    private readonly HtmlText _text = new();
    private readonly MarkedNames _names = new();
    private readonly StringBuilder _linkText = new();
    private readonly Queue<HtmlBlock> _ready = new();
    private string? _unread;
    private int _unreadDepth;
    private string? _href;
    private string? _textHref;
    private bool _inHeading;
    private bool _inRecord;
    private bool _broken;

    public HtmlBlocks(string page)
    {
        _tokens = new HtmlTokenizer(new TextSource(page), HtmlEntityProvider.Resolver) { SkipComments = true };
    }

    /// <summary>What the page says of itself, as far as it was read.</summary>
    public PageHead Head { get; } = new();

    /// <summary>Authors whose names the page marks up part by part.</summary>
    public IReadOnlyList<string> Names => _names.All;

    public void Dispose() => _tokens.Dispose();

    public IEnumerable<HtmlBlock> Read()
    {
        while (_tokens.Get() is { Type: not HtmlTokenType.EndOfFile } token)
        {
            Take(token);
            while (_ready.TryDequeue(out var block))
            {
                yield return block;
            }
        }

        Flush(false);
        while (_ready.TryDequeue(out var block))
        {
            yield return block;
        }
    }

    private void Take(HtmlToken token)
    {
        if (token.Type == HtmlTokenType.Character)
        {
            _names.Add(token.Data);
        }

        switch (token.Type)
        {
            case HtmlTokenType.StartTag:
                Start(token.AsTag());
                break;
            case HtmlTokenType.EndTag when _unread is not null:
                _unreadDepth -= token.Name == _unread ? 1 : 0;
                (_unread, _inRecord) = _unreadDepth > 0 ? (_unread, _inRecord) : (null, false);
                break;
            case HtmlTokenType.EndTag:
                End(token.Name);
                break;
            case HtmlTokenType.Character when _unread is null:
                Append(token);
                break;
            case HtmlTokenType.Character when _inRecord:
                Head.AddRecord(token.Data);
                break;
        }
    }

    private void Append(HtmlToken token)
    {
        _text.Append(token.Data, token.Position.Line);
        if (_href is not null)
        {
            _textHref ??= _href;
            _linkText.Append(token.Data.AsSpan(0, Math.Clamp(LongestLink - _linkText.Length, 0, token.Data.Length)));
        }
    }

    private void Start(HtmlTagToken tag)
    {
        if (tag.Name is "script" or "style" or "iframe" or "noscript" or "textarea")
        {
            _tokens.State = tag.Name is "script"
                ? HtmlParseMode.Script
                : tag.Name is "textarea" ? HtmlParseMode.RCData : HtmlParseMode.Rawtext;
        }

        Head.Take(tag);
        _names.Start(tag);
        _unread = _unread == "head" && !HtmlTags.IsOfHead(tag.Name) ? null : _unread;
        if (_unread is not null)
        {
            _unreadDepth += tag.Name == _unread && !tag.IsSelfClosing ? 1 : 0;
            _inRecord |= HtmlTags.IsRecord(tag);
            return;
        }

        Data(tag);
        if (HtmlTags.IsTex(tag))
        {
            _text.StartTex(tag.Position.Line);
        }
        else if (HtmlTags.IsUnread(tag))
        {
            (_unread, _unreadDepth, _inRecord) = tag.IsSelfClosing ? (null, 0, false) : (tag.Name, 1, HtmlTags.IsRecord(tag));
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
                (_href, _textHref) = (tag.GetAttribute("href"), _text.IsEmpty ? null : _textHref);
                _linkText.Clear();
                break;
            case "sub" or "sup":
                _text.StartScript();
                break;
            case "math":
                _text.StartMath();
                break;
            case var name when !HtmlTags.IsInline(name):
                Flush(tag.Name == "br");
                Open(tag);
                break;
        }
    }

    private void Open(HtmlTagToken tag)
    {
        _inHeading |= HtmlTags.IsHeading(tag.Name);
        if (tag.Name is "article" or "hr")
        {
            _ready.Enqueue(new(tag.Name is "hr" ? HtmlBlockKind.Rule : HtmlBlockKind.CardStart, "", null, tag.Position.Line));
        }
    }

    private void Data(HtmlTagToken tag)
    {
        if (tag.GetAttribute("data-props") is { Length: > 2 } data)
        {
            _ready.Enqueue(new(HtmlBlockKind.Data, data, null, tag.Position.Line));
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
                _text.EndScript(name);
                break;
            case "script" or "annotation":
                _text.EndTex();
                break;
            case var other when !HtmlTags.IsInline(other):
                Flush(false);
                Close(other);
                break;
        }
    }

    private void Close(string name)
    {
        _inHeading &= !HtmlTags.IsHeading(name);
        if (name is "article")
        {
            _ready.Enqueue(new(HtmlBlockKind.CardEnd, "", null, 0));
        }
    }

    private void EndLink()
    {
        if (_href is { Length: > 0 } target && !_inHeading)
        {
            _ready.Enqueue(new(HtmlBlockKind.Link, OneLine.Of(_linkText.ToString()), target, _text.Line));
        }

        _href = null;
        _linkText.Clear();
    }

    private void Flush(bool atBreak)
    {
        var clean = _text.Take();
        if (clean.Length > 0)
        {
            _ready.Enqueue(new(_inHeading ? HtmlBlockKind.Heading : HtmlBlockKind.Text, clean, _textHref, _text.Line, _broken));
        }

        _broken = atBreak && clean.Length > 0;
        _textHref = _href;
    }
}
