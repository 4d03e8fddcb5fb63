using System.IO.Compression;
using System.Runtime.InteropServices;
using System.Text;

namespace PaperFunctions.Ranking.Background;

/// <summary>The background as bytes, compressed by Brotli: "PFLB", a version, the stems and their
/// counts, vectors at a byte a number, acronyms.</summary>
internal static class BackgroundFile
{
    private const string Resource = "background.bin.br";
    private const uint Magic = 0x424C4650; // "PFLB" as bytes
    private const int Version = 1;

    /// <exception cref="InvalidDataException">The file within the program is damaged or of another version.</exception>
    public static LanguageBackground ReadShipped()
    {
        using var from = typeof(BackgroundFile).Assembly.GetManifestResourceStream(Resource)
            ?? throw new InvalidDataException($"The program was built without {Resource}.");
        return Read(from);
    }

    public static LanguageBackground Read(Stream from)
    {
        try
        {
            return ReadBody(from);
        }
        catch (Exception e) when (e is EndOfStreamException or InvalidOperationException or ArgumentException or OverflowException
            or DecoderFallbackException)
        {
            throw new InvalidDataException("The language background is cut off or damaged. Build it anew.", e);
        }
    }

    private static LanguageBackground ReadBody(Stream from)
    {
        using var reader = new BinaryReader(new BrotliStream(from, CompressionMode.Decompress), Encoding.UTF8);
        if (reader.ReadUInt32() != Magic || reader.ReadInt32() is var version && version != Version
            || reader.ReadInt32() != LanguageBackground.Width)
        {
            throw new InvalidDataException(
                $"This is no language background of version {Version} with vectors of {LanguageBackground.Width} numbers. Build it anew.");
        }

        var papers = reader.ReadInt32();
        var stems = new string[reader.ReadInt32()];
        for (var i = 0; i < stems.Length; i++)
        {
            stems[i] = reader.ReadString();
        }

        var papersWith = new int[stems.Length];
        reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(papersWith.AsSpan()));
        var vectors = new sbyte[stems.Length * LanguageBackground.Width];
        reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(vectors.AsSpan()));
        var pairs = new (string, string, int)[reader.ReadInt32()];
        for (var i = 0; i < pairs.Length; i++)
        {
            pairs[i] = (reader.ReadString(), reader.ReadString(), reader.ReadInt32());
        }

        return new LanguageBackground(papers, stems, papersWith, vectors, new Acronyms(pairs));
    }

    public static void Write(LanguageBackground background, Stream to)
    {
        using var writer = new BinaryWriter(new BrotliStream(to, CompressionLevel.SmallestSize, leaveOpen: true), Encoding.UTF8);
        writer.Write(Magic);
        writer.Write(Version);
        writer.Write(LanguageBackground.Width);
        writer.Write(background.Papers);
        writer.Write(background.Stems.Length);
        foreach (var stem in background.Stems)
        {
            writer.Write(stem);
        }

        writer.Write(MemoryMarshal.AsBytes(background.PapersWith));
        writer.Write(MemoryMarshal.AsBytes(background.Vectors));
        writer.Write(background.Acronyms.Pairs.Count);
        foreach (var (acronym, phrase, papers) in background.Acronyms.Pairs)
        {
            writer.Write(acronym);
            writer.Write(phrase);
            writer.Write(papers);
        }
    }
}
