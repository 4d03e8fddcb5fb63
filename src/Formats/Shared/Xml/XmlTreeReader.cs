using System.Xml;

namespace PaperFunctions.Formats.Shared.Xml;

/// <summary>Reads the element that an XML reader is on, with all within, up to bounds of depth and number.</summary>
/// <param name="reader">On a start element; behind its end afterwards.</param>
/// <param name="line">Line that the reader is on.</param>
internal sealed class XmlTreeReader(XmlReader reader, Func<int> line)
{
    public const int MaxDepth = 64;

    private const int MaxChildren = 50_000;

    private long _copied;

    public async Task<XmlTree> ReadAsync()
    {
        var root = Open();
        var open = new Stack<XmlTree>();
        var count = 0;
        open.Push(root);
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
        _copied += text.Length;
        if (open.Count > 1 && text.Length > 0 && _copied < 4L * XmlRecords.MaxElement)
        {
            open.Peek().Append(text);
        }
    }

    private XmlTree Open()
    {
        var tree = new XmlTree(reader.LocalName, XmlSpaces.ShortName(reader.NamespaceURI), line());
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
}
