using System.Runtime.CompilerServices;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml;
using PaperFunctions.Formats.Fields;
using PaperFunctions.Formats.Input;
using PaperFunctions.Papers;

namespace PaperFunctions.Formats.Xml;

/// <summary>The elements of an XML file one after another, each whole, the file never.</summary>
/// <remarks>DTDs are passed over, so entities that they define stay names; nothing is fetched.</remarks>
internal sealed partial class XmlRecords : IDisposable
{
    /// <summary>Longest element in characters, all within counted.</summary>
    private const int MaxElement = 4 << 20;

    private const int MaxDepth = 64;

    private const int MaxChildren = 50_000;

    private static readonly XmlReaderSettings Settings = new()
    {
        Async = true,
        DtdProcessing = DtdProcessing.Ignore,
        XmlResolver = null,
        CheckCharacters = false,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        MaxCharactersFromEntities = 1 << 20,
    };

    private readonly StreamReader text;
    private readonly XmlMend mend;
    private readonly XmlReader reader;
    private readonly IReadOnlySet<string> containers;
    private long copied;

    private XmlRecords(StreamReader text, IReadOnlySet<string> containers)
    {
        (this.text, this.containers) = (text, containers);
        mend = new XmlMend(text);
        var names = new BoundedNames();
        var settings = Settings.Clone();
        settings.NameTable = names;
        reader = XmlReader.Create(mend, settings, XmlSpaces.Context(names));
    }

    private int Line => reader is IXmlLineInfo info ? info.LineNumber + mend.SkippedLines : 0;

    /// <summary>Every element whose parents are all containers; ends with a problem where the file is broken.</summary>
    /// <param name="content">The file.</param>
    /// <param name="containers">Local names of the elements that are entered rather than read whole.</param>
    /// <param name="cancellation">Stops between two elements.</param>
    public static async IAsyncEnumerable<Parsed<XmlTree>> ReadAsync(
        Stream content, IReadOnlySet<string> containers, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var (encoding, whole) = await DeclaredEncodingAsync(content, cancellation);
        using var records = new XmlRecords(TextInput.Open(whole, encoding), containers);
        while (true)
        {
            var next = await records.NextAsync(cancellation);
            if (next.Record is not null || next.Problem is not null)
            {
                yield return next;
            }

            if (next.Record is null)
            {
                yield break;
            }
        }
    }

    public void Dispose()
    {
        reader.Dispose();
        mend.Dispose();
        text.Dispose();
    }

    private async ValueTask<Parsed<XmlTree>> NextAsync(CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        mend.Allowance = MaxElement;
        try
        {
            while (await reader.ReadAsync())
            {
                if (reader.NodeType == XmlNodeType.Element && !containers.Contains(reader.LocalName))
                {
                    var line = Line;
                    return new(await TreeAsync(), line);
                }

                if (reader.Depth > MaxDepth)
                {
                    throw new XmlException("Elements are nested too deep");
                }
            }

            return default;
        }
        catch (XmlException e)
        {
            return Broken(e);
        }
    }

    private Problem Broken(XmlException e)
    {
        var line = e.LineNumber > 0 ? e.LineNumber + mend.SkippedLines : Line;
        var reason = Position().Replace(e.Message, "").TrimEnd('.', ' ');
        return new Problem(line, $"The XML is broken here, and what follows could not be read: {(reason.Length <= 300 ? reason : reason[..300] + "…")}. Download the file again.", e.LinePosition > 0 ? e.LinePosition : null);
    }

    private async Task<XmlTree> TreeAsync()
    {
        var root = Open();
        var open = new Stack<XmlTree>();
        var count = 0;
        open.Push(root);
        copied = 0;
        if (reader.IsEmptyElement)
        {
            return root;
        }

        while (open.Count > 0 && await reader.ReadAsync())
        {
            switch (reader.NodeType)
            {
                case XmlNodeType.Element:
                    var empty = reader.IsEmptyElement;
                    var child = Open();
                    open.Peek().Children.Add(child);
                    if (!empty)
                    {
                        open.Push(child);
                    }

                    if (open.Count > MaxDepth || ++count > MaxChildren)
                    {
                        throw new XmlException("Elements are nested too deep, or too many in one record");
                    }

                    break;
                case XmlNodeType.EndElement:
                    Close(open);
                    break;
                case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace:
                    open.Peek().Append(await reader.GetValueAsync());
                    break;
            }
        }

        return open.Count == 0 ? root : throw new XmlException("The file ends within an element");
    }

    /// <summary>What markup within a text says is part of the text.</summary>
    private void Close(Stack<XmlTree> open)
    {
        var text = open.Pop().Text;
        copied += text.Length;
        if (open.Count > 1 && text.Length > 0 && copied < 4L * MaxElement)
        {
            open.Peek().Append(text);
        }
    }

    private XmlTree Open()
    {
        var tree = new XmlTree(reader.LocalName, XmlSpaces.ShortName(reader.NamespaceURI), Line);
        if (reader.HasAttributes)
        {
            while (reader.MoveToNextAttribute())
            {
                if (tree.Attributes.Count < 32 && reader.Prefix != "xmlns")
                {
                    tree.Attributes.TryAdd(reader.LocalName, reader.Value);
                }
            }

            reader.MoveToElement();
        }

        return tree;
    }

    private static async Task<(Encoding Encoding, Stream Whole)> DeclaredEncodingAsync(Stream content, CancellationToken cancellation)
    {
        var head = new byte[256];
        var read = await content.ReadAtLeastAsync(head, head.Length, throwOnEndOfStream: false, cancellation);
        var declared = Declared().Match(Encoding.Latin1.GetString(head, 0, read));
        var encoding = declared.Success ? CodePagesEncodingProvider.Instance.GetEncoding(declared.Groups["name"].Value) : null;
        return (encoding ?? TextInput.Lenient, new Opening.PrefixedStream(head.AsMemory(0, read), content));
    }

    [GeneratedRegex(@"<\?xml[^>]{0,80}encoding\s{0,9}=\s{0,9}[""'](?<name>[A-Za-z0-9._-]{1,40})", RegexOptions.ExplicitCapture)]
    private static partial Regex Declared();

    [GeneratedRegex(@"\s*Line \d+, position \d+\.?")]
    private static partial Regex Position();
}
