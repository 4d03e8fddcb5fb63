using System.Collections.Frozen;
using System.Text;
using AngleSharp.Html;
using AngleSharp.Html.Parser;
using AngleSharp.Html.Parser.Tokens;
using AngleSharp.Text;
using PaperFunctions.Formats.Text;

namespace PaperFunctions.Formats.Html;

/// <summary>A page as headings, texts and links, from AngleSharp's tokens: no tree is built, so depth and size of the page cost nothing.</summary>
internal sealed class HtmlBlocks : IDisposable
{
    private static readonly FrozenSet<string> Inline = FrozenSet.Create(
        "a", "abbr", "b", "bdi", "bdo", "cite", "code", "em", "font", "i", "kbd", "mark", "q", "s", "samp", "small", "span", "strong", "sub", "sup", "tt", "u", "var", "wbr", "img");

    private static readonly FrozenSet<string> Unread = FrozenSet.Create("script", "style", "noscript", "template", "svg", "iframe", "textarea", "select", "button", "nav", "footer", "head");

    private readonly HtmlTokenizer tokens;
    private readonly StringBuilder text = new();
    private readonly StringBuilder linkText = new();
    private readonly Queue<HtmlBlock> ready = new();
    private string? unread;
    private int unreadDepth;
    private string? href;
    private string? textHref;
    private int textLine;
    private int headings;
    private int script = -1;

    public HtmlBlocks(string page)
    {
        tokens = new HtmlTokenizer(new TextSource(page), HtmlEntityProvider.Resolver) { SkipComments = true };
    }

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

        Flush();
        while (ready.TryDequeue(out var block))
        {
            yield return block;
        }
    }

    private void Take(HtmlToken token)
    {
        switch (token.Type)
        {
            case HtmlTokenType.StartTag:
                Start(token.AsTag());
                break;
            case HtmlTokenType.EndTag:
                End(token.Name);
                break;
            case HtmlTokenType.Character when unread is null:
                Append(token);
                break;
        }
    }

    private void Append(HtmlToken token)
    {
        if (text.Length == 0)
        {
            textLine = token.Position.Line;
        }

        text.Append(token.Data);
        if (href is not null)
        {
            textHref ??= href;
            linkText.Append(token.Data);
        }
    }

    private void Start(HtmlTagToken tag)
    {
        if (tag.Name is "script" or "style" or "iframe" or "noscript" or "textarea")
        {
            tokens.State = tag.Name is "script" ? HtmlParseMode.Script : tag.Name is "textarea" ? HtmlParseMode.RCData : HtmlParseMode.Rawtext;
        }

        if (unread is not null)
        {
            unreadDepth += tag.Name == unread && !tag.IsSelfClosing ? 1 : 0;
            return;
        }

        Data(tag);
        if (Unread.Contains(tag.Name))
        {
            (unread, unreadDepth) = tag.IsSelfClosing ? (null, 0) : (tag.Name, 1);
        }
        else if (tag.Name == "a")
        {
            (href, textHref) = (tag.GetAttribute("href"), text.Length == 0 ? null : textHref);
            linkText.Clear();
        }
        else if (tag.Name is "sub" or "sup")
        {
            script = text.Length;
        }
        else if (!Inline.Contains(tag.Name))
        {
            Flush();
            Open(tag);
        }
    }

    private void Open(HtmlTagToken tag)
    {
        if (IsHeading(tag.Name))
        {
            headings = 1;
        }
        else if (tag.Name is "article")
        {
            ready.Enqueue(new(HtmlBlockKind.CardStart, "", null, tag.Position.Line));
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
        if (unread is not null)
        {
            unreadDepth -= name == unread ? 1 : 0;
            unread = unreadDepth > 0 ? unread : null;
            return;
        }

        if (name == "a")
        {
            EndLink();
        }
        else if (name is "sub" or "sup")
        {
            EndScript(name);
        }
        else if (!Inline.Contains(name))
        {
            Flush();
            headings = IsHeading(name) ? 0 : headings;
            if (name is "article")
            {
                ready.Enqueue(new(HtmlBlockKind.CardEnd, "", null, 0));
            }
        }
    }

    private void EndLink()
    {
        if (href is { Length: > 0 } target && headings == 0)
        {
            ready.Enqueue(new(HtmlBlockKind.Link, OneLine.Of(linkText.ToString()), target, textLine));
        }

        href = null;
        linkText.Clear();
    }

    private void EndScript(string name)
    {
        if (script >= 0 && script < text.Length && text.Length - script <= 20)
        {
            var part = text.ToString(script, text.Length - script).Trim();
            text.Length = script;
            text.Append(name == "sub" ? ScriptLetters.Sub(part) : ScriptLetters.Super(part));
        }

        script = -1;
    }

    private void Flush()
    {
        var clean = text.Length == 0 ? "" : OneLine.Of(text.ToString());
        if (clean.Length > 0)
        {
            ready.Enqueue(new(headings > 0 ? HtmlBlockKind.Heading : HtmlBlockKind.Text, clean, textHref, textLine));
        }

        text.Clear();
        textHref = href;
        script = -1;
    }

    private static bool IsHeading(string name) => name is ['h', >= '1' and <= '6'];
}
