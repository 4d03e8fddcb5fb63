using System.Xml;

namespace PaperFunctions.Formats.Shared.Xml;

/// <summary>A name table that a file of ever new names cannot fill the memory with.</summary>
internal sealed class BoundedNames : NameTable
{
    private const int MaxNames = 50_000;

    private int _count;

    public override string Add(string key) => Get(key) ?? (Count(key.Length) ? base.Add(key) : "");

    public override string Add(char[] key, int start, int len) => Get(key, start, len) ?? (Count(len) ? base.Add(key, start, len) : "");

    private bool Count(int length) =>
        ++_count <= MaxNames && length < 10_000 ? true : throw new XmlException("There are too many different names, or too long ones");
}
