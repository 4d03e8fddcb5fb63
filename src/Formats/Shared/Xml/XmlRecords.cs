using System.Runtime.CompilerServices;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml;
using PaperFunctions.Formats.Shared.Fields;
using PaperFunctions.Formats.Shared.Input;
using PaperFunctions.Papers;

namespace PaperFunctions.Formats.Shared.Xml;

/// <summary>The elements of an XML file one after another, each whole, the file never.</summary>
/// <remarks>DTDs are passed over, so entities that they define stay names; nothing is fetched.</remarks>
internal sealed partial class XmlRecords : IDisposable
{
    /// <summary>Longest element in characters, all within counted.</summary>
    public const int MaxElement = 4 << 20;

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

    private readonly StreamReader _text;
    private readonly XmlMend _mend;
    private readonly XmlReader _reader;
    private readonly IReadOnlySet<string> _containers;

    private XmlRecords(StreamReader text, IReadOnlySet<string> containers)
    {
        (_text, _containers) = (text, containers);
        _mend = new XmlMend(text);
        var names = new BoundedNames();
        var settings = Settings.Clone();
        settings.NameTable = names;
        _reader = XmlReader.Create(_mend, settings, XmlSpaces.Context(names));
    }

    private int Line => _reader is IXmlLineInfo info ? info.LineNumber + _mend.SkippedLines : 0;

    /// <summary>Every element whose parents are all containers; ends with a problem where the file is broken.</summary>
    /// <param name="content">The file.</param>
    /// <param name="containers">Local names of the elements that are entered rather than read whole.</param>
    /// <param name="cancellationToken">Stops between two elements.</param>
    public static async IAsyncEnumerable<Parsed<XmlTree>> ReadAsync(
        Stream content, IReadOnlySet<string> containers, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var (encoding, whole) = await DeclaredEncodingAsync(content, cancellationToken);
        using var records = new XmlRecords(TextInput.Open(whole, encoding), containers);
        while (true)
        {
            var next = await records.NextAsync(cancellationToken);
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
        _reader.Dispose();
        _mend.Dispose();
        _text.Dispose();
    }

    private async ValueTask<Parsed<XmlTree>> NextAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        _mend.Allowance = MaxElement;
        try
        {
            while (await _reader.ReadAsync())
            {
                if (_reader.NodeType == XmlNodeType.Element && !_containers.Contains(_reader.LocalName))
                {
                    var line = Line;
                    return new(await new XmlTreeReader(_reader, () => Line).ReadAsync(), line);
                }

                if (_reader.Depth > XmlTreeReader.MaxDepth)
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
        var line = e.LineNumber > 0 ? e.LineNumber + _mend.SkippedLines : Line;
        var reason = Position().Replace(e.Message, "").TrimEnd('.', ' ');
        return new Problem(line,
            $"The XML is broken here, and what follows could not be read: {(reason.Length <= 300 ? reason : reason[..300] + "…")}. "
            + "Download the file again.", e.LinePosition > 0 ? e.LinePosition : null);
    }

    private static async Task<(Encoding Encoding, Stream Whole)> DeclaredEncodingAsync(Stream content, CancellationToken cancellationToken)
    {
        var head = new byte[256];
        var read = await content.ReadAtLeastAsync(head, head.Length, throwOnEndOfStream: false, cancellationToken);
        var declared = Declared().Match(Encoding.Latin1.GetString(head, 0, read));
        var encoding = declared.Success ? CodePagesEncodingProvider.Instance.GetEncoding(declared.Groups["name"].Value) : null;
        return (encoding ?? TextInput.Lenient, new PrefixedStream(head.AsMemory(0, read), content));
    }

    [Backtracks(BacktracksAttribute.Record, "It is generated code, which is several times as fast.")]
    [GeneratedRegex(@"<\?xml[^>]{0,80}encoding\s{0,9}=\s{0,9}[""'](?<name>[A-Za-z0-9._-]{1,40})", RegexOptions.ExplicitCapture)]
    private static partial Regex Declared();

    [Backtracks(BacktracksAttribute.Record, "It is generated code, which is several times as fast.")]
    [GeneratedRegex(@"\s*Line \d+, position \d+\.?")]
    private static partial Regex Position();
}
