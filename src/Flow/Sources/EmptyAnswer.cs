using System.Text.Json;
using System.Xml;

namespace PaperFunctions.Flow.Sources;

/// <summary>A feed or a list without entries, as arXiv sends at weekends. There is nothing to read in it, and nothing wrong with
/// it.</summary>
public static class EmptyAnswer
{
    /// <summary>Names under which feeds and APIs hold their list.</summary>
    private static readonly string[] Lists = ["items", "entries", "results", "data", "papers", "articles"];

    private static readonly XmlReaderSettings Xml = new()
    {
        DtdProcessing = DtdProcessing.Ignore, XmlResolver = null, MaxCharactersInDocument = 1 << 20,
    };

    /// <param name="body">Not longer than <see cref="FetchSources"/> takes.</param>
    public static bool Is(byte[] body)
    {
        var first = body.FirstOrDefault(b => b > ' ' && b < 0x80);
        return first switch
        {
            (byte)'<' => IsEmptyFeed(body),
            (byte)'[' or (byte)'{' => IsEmptyList(body),
            _ => false,
        };
    }

    /// <summary>RSS, RSS 1.0 or Atom, whole, without one item or entry.</summary>
    private static bool IsEmptyFeed(byte[] body)
    {
        try
        {
            using var xml = XmlReader.Create(new MemoryStream(body, writable: false), Xml);
            if (xml.MoveToContent() != XmlNodeType.Element || xml.LocalName is not ("rss" or "feed" or "RDF"))
            {
                return false;
            }

            while (xml.Read())
            {
                if (xml.NodeType == XmlNodeType.Element && xml.LocalName is "item" or "entry")
                {
                    return false;
                }
            }

            return true;
        }
        catch (XmlException)
        {
            return false;
        }
    }

    /// <summary>An array without elements, alone or as the list of an object.</summary>
    private static bool IsEmptyList(byte[] body)
    {
        try
        {
            using var json = JsonDocument.Parse(body);
            var root = json.RootElement;
            return root.ValueKind == JsonValueKind.Array
                ? root.GetArrayLength() == 0
                : Lists.Select(name => root.TryGetProperty(name, out var list) ? list : default)
                    .Where(list => list.ValueKind == JsonValueKind.Array).ToList()
                    is { Count: > 0 } lists && lists.TrueForAll(list => list.GetArrayLength() == 0);
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
