using System.IO.Compression;
using System.Text;

namespace PaperFunctions.Benchmarks.Formats;

/// <summary>Makes a large file of a small one by repeating its entries, sound where the small one is.</summary>
internal static class Repeat
{
    /// <summary>For each kind of file what its first entry starts with and its last ends with; what is around them stays once.</summary>
    private static readonly (string Name, string First, string Last)[] Entries =
    [
        ("arxiv-atom.xml", "<entry>", "</entry>"),
        ("atom.xml", "<entry>", "</entry>"),
        ("arxiv-rss.xml", "<item>", "</item>"),
        ("rss.xml", "<item>", "</item>"),
        ("rss-rdf.xml", "<item ", "</item>"),
        ("references.endnote.xml", "<record>", "</record>"),
        ("pubmed.xml", "<PubmedArticle>", "</PubmedArticle>"),
        ("zotero.rdf", "<bib:Article", "</rdf:Description>"),
        ("table.csv", "\n", "\n"),
        ("table.tsv", "\n", "\n"),
    ];

    public static byte[] ToSize(string name, byte[] bytes, int size) => name switch
    {
        _ when name.EndsWith(".gz", StringComparison.Ordinal) => Packed(Lines(Unpacked(bytes), size)),
        _ when name.EndsWith(".zip", StringComparison.Ordinal) => Zipped(bytes, size),
        _ when name.EndsWith(".eml", StringComparison.Ordinal) =>
            Mailed("From: a@example.org\nTo: b@example.org\nSubject: Papers\nMIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\n",
                "trending-spaced.txt", size),
        _ when name.EndsWith(".mhtml", StringComparison.Ordinal) =>
            Mailed("From: <Saved by Blink>\nSnapshot-Content-Location: https://huggingface.co/papers\nMIME-Version: 1.0\nSubject: "
                + "Papers\nContent-Type: multipart/related; boundary=x\n\n--x\nContent-Type: text/html\n", "trending-page.html", size),
        "table.xlsx" => bytes,
        "papers-daily.json" or "papers-by-subject.json" =>
            Between(bytes, (bytes.AsSpan().IndexOf((byte)'"'))..bytes.AsSpan().LastIndexOf((byte)'}'), ",", size),
        "records-by-id.json" => Between(bytes, bytes.AsSpan().IndexOf((byte)'"')..(bytes.AsSpan().LastIndexOf("}\n}"u8) + 1), ",", size),
        _ when name.EndsWith(".json", StringComparison.Ordinal) => Between(bytes, Json(bytes), ",", size),
        _ when Array.Find(Entries, e => e.Name == name) is { Name: not null } known =>
            Between(bytes, Range(bytes, known.First, known.Last), "", size),
        _ => Lines(bytes, size),
    };

    private static byte[] Lines(byte[] bytes, int size) => Between([.. bytes, (byte)'\n', (byte)'\n'], ..(bytes.Length + 2), "", size);

    /// <summary>The entries of the results, or of the outermost array.</summary>
    private static Range Json(byte[] bytes) =>
        (bytes.AsSpan().IndexOf((byte)'[') is var first && bytes.AsSpan().IndexOf("\"results\": ["u8) is var results and > 0
            ? results + 12
            : first + 1)..(bytes.AsSpan().LastIndexOf("}"u8) is var end && bytes.AsSpan(0, end).LastIndexOf((byte)'}') is var inner
            && bytes[0] == (byte)'{' ? inner + 1 : bytes.AsSpan().LastIndexOf((byte)']'));

    private static Range Range(byte[] bytes, string first, string last)
    {
        var from = bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(first));
        return (last == "\n" ? from + 1 : from)..(bytes.AsSpan().LastIndexOf(Encoding.UTF8.GetBytes(last)) + last.Length);
    }

    private static byte[] Between(byte[] bytes, Range range, string divider, int size)
    {
        var (from, length) = range.GetOffsetAndLength(bytes.Length);
        var entries = bytes.AsSpan(from, length);
        using var many = new MemoryStream(size + bytes.Length);
        many.Write(bytes.AsSpan(0, from));
        many.Write(entries);
        while (many.Length < size)
        {
            many.Write(Encoding.UTF8.GetBytes(divider));
            many.Write(entries);
        }

        many.Write(bytes.AsSpan(from + length));
        return many.ToArray();
    }

    /// <summary>The same sample as it goes through a mail: headers, then base64.</summary>
    private static byte[] Mailed(string headers, string sample, int size)
    {
        var content = ToSize(sample, SampleFiles.All.First(file => file.Name == sample).Bytes, size);
        return Encoding.ASCII.GetBytes(
            $"{headers}Content-Transfer-Encoding: base64\n\n{Convert.ToBase64String(content, Base64FormattingOptions.InsertLineBreaks)}\n");
    }

    /// <summary>The same files, each larger.</summary>
    private static byte[] Zipped(byte[] bytes, int size)
    {
        using var from = new ZipArchive(new MemoryStream(bytes));
        using var all = new MemoryStream();
        using (var to = new ZipArchive(all, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var entry in from.Entries)
            {
                using var content = entry.Open();
                using var copy = new MemoryStream();
                content.CopyTo(copy);
                using var larger = to.CreateEntry(entry.FullName, CompressionLevel.Fastest).Open();
                larger.Write(Lines(copy.ToArray(), size / from.Entries.Count));
            }
        }

        return all.ToArray();
    }

    private static byte[] Unpacked(byte[] bytes)
    {
        using var gzip = new GZipStream(new MemoryStream(bytes), CompressionMode.Decompress);
        using var all = new MemoryStream();
        gzip.CopyTo(all);
        return all.ToArray();
    }

    private static byte[] Packed(byte[] bytes)
    {
        using var all = new MemoryStream();
        using (var gzip = new GZipStream(all, CompressionLevel.Fastest, leaveOpen: true))
        {
            gzip.Write(bytes);
        }

        return all.ToArray();
    }
}
