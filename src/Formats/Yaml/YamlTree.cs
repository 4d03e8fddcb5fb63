using PaperFunctions.Papers;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace PaperFunctions.Formats.Yaml;

/// <summary>Reads YAML into nodes, as far as it is sound.</summary>
internal sealed class YamlTree
{
    public const int MaxDepth = 32;

    private const int MaxAnchors = 10_000;

    private readonly Dictionary<AnchorName, YamlNode> _anchors = [];
    private readonly List<YamlNode> _roots = [];
    private readonly Stack<(YamlNode Node, AnchorName Anchor)> _open = [];
    private string? _key;

    /// <summary>The documents of the file; where it breaks off, what came before is there.</summary>
    public static (IReadOnlyList<YamlNode> Roots, Problem? Problem) Read(TextReader text)
    {
        var tree = new YamlTree();
        try
        {
            var parser = new Parser(new Scanner(text, skipComments: true));
            while (parser.MoveNext())
            {
                tree.Take(parser.Current!);
            }

            return (tree._roots, null);
        }
        catch (YamlException e)
        {
            var (line, column) = ((int)Math.Clamp(e.Start.Line, 1, int.MaxValue), (int)Math.Clamp(e.Start.Column, 1, int.MaxValue));
            return (tree._roots,
                new Problem(line,
                    $"The YAML is broken here, and what follows could not be read: {Reason(e)} Look for a quote, a colon or an indent "
                    + "that is out of place.", column));
        }
        catch (Exception e) when (e is InvalidOperationException or ArgumentException or FormatException or OverflowException
            or IndexOutOfRangeException)
        {
            return (tree._roots,
                new Problem(0,
                    "The YAML is broken behind its last entry that was read, and what follows could not be read. Look for a quote, a "
                    + "colon or an indent that is out of place."));
        }
    }

    private void Take(ParsingEvent found)
    {
        var line = (int)Math.Clamp(found.Start.Line, 1, int.MaxValue);
        switch (found)
        {
            case MappingStart map:
                Open(new YamlMap(line), map.Anchor, map.Start);
                break;
            case SequenceStart list:
                Open(new YamlList(line), list.Anchor, list.Start);
                break;
            case MappingEnd or SequenceEnd:
                var (node, anchor) = _open.Pop();
                Name(anchor, node);
                _key = null;
                break;
            case Scalar scalar when _open.TryPeek(out var around) && around.Node is YamlMap && _key is null:
                _key = scalar.Value;
                break;
            case Scalar scalar:
                Attach(Name(scalar.Anchor, new YamlScalar(scalar.Value, scalar.Style == ScalarStyle.Plain, line)));
                break;
            case AnchorAlias alias:
                Attach(_anchors.GetValueOrDefault(alias.Value)
                    ?? throw new YamlException(alias.Start, alias.End, $"Nothing before is named \"{Cut(alias.Value.Value)}\"."));
                break;
        }
    }

    /// <summary>A list or a map that stands as a key is passed over with its value.</summary>
    private void Open(YamlNode node, AnchorName anchor, Mark start)
    {
        if (_open.Count >= MaxDepth)
        {
            throw new YamlException(start, start, "Values are nested too deep.");
        }

        Attach(node);
        _open.Push((node, anchor));
    }

    private void Attach(YamlNode node)
    {
        switch (_open.TryPeek(out var around) ? around.Node : null)
        {
            case YamlMap map:
                map.Items.Add((_key ?? "", node));
                _key = null;
                break;
            case YamlList list:
                list.Items.Add(node);
                break;
            default:
                _roots.Add(node);
                break;
        }
    }

    /// <summary>Named where it ends: what names itself from within is a circle, and no name.</summary>
    private YamlNode Name(AnchorName anchor, YamlNode node)
    {
        if (!anchor.IsEmpty && _anchors.Count < MaxAnchors)
        {
            _anchors[anchor] = node;
        }

        return node;
    }

    private static string Reason(YamlException e)
    {
        var reason = Cut(e.Message[(e.Message.IndexOf("): ", StringComparison.Ordinal) is var at and >= 0
            && e.Message.StartsWith("(Line", StringComparison.Ordinal) ? at + 3 : 0)..]);
        return reason.EndsWith('.') ? reason : reason + ".";
    }

    private static string Cut(string text) => text.Length > 200 ? text[..200] + "…" : text;
}
