using System.Runtime.InteropServices;
using System.Text;
using PaperFunctions.Papers;
using PaperFunctions.Ranking.Features;
using PaperFunctions.Ranking.Text;

namespace PaperFunctions.Ranking;

/// <summary>The model as bytes: "PFRM", a version, the terms, a sample of papers. Numbers are little-endian.</summary>
internal static class ModelFile
{
    private const uint Magic = 0x4D524650; // "PFRM" as bytes

    /// <summary>To be raised whenever these bytes change, or what the words of a text become (folding, stems, stop words): a model
    /// knows texts only by the terms that they had when it was built.</summary>
    private const int Version = 4;

    public static void Write(CorpusModel model, Stream to)
    {
        using var writer = new BinaryWriter(to, Encoding.UTF8, leaveOpen: true);
        writer.Write(Magic);
        writer.Write(Version);
        writer.Write(model.Terms.Papers);
        writer.Write(model.Terms.Stems);
        for (var stem = 0; stem < model.Terms.Stems; stem++)
        {
            writer.Write(model.Terms.StemText(stem));
        }

        WriteAll(writer, model.Terms.Pairs);
        WriteAll(writer, model.Terms.Characters);
        WriteAll<int>(writer, model.Terms.PapersWith);
        writer.Write(model.Sample.Count);
        foreach (var paper in model.Sample)
        {
            writer.Write(paper.Title);
            writer.Write(paper.Abstract);
        }
    }

    public static CorpusModel Read(Stream from)
    {
        using var reader = new BinaryReader(from, Encoding.UTF8, leaveOpen: true);
        try
        {
            CheckHead(reader);
            return ReadBody(reader);
        }
        catch (Exception e) when (e is EndOfStreamException or ArgumentException or FormatException or OverflowException
            or DecoderFallbackException)
        {
            throw new InvalidDataException("The corpus model is cut off or damaged. Build the model anew.", e);
        }
    }

    private static void CheckHead(BinaryReader reader)
    {
        if (reader.ReadUInt32() != Magic)
        {
            throw new InvalidDataException("This is no corpus model: it does not begin with PFRM. Build the model anew.");
        }

        if (reader.ReadInt32() is var version && version != Version)
        {
            throw new InvalidDataException(
                $"The corpus model has version {version}; this program reads version {Version}. Build the model anew.");
        }
    }

    private static CorpusModel ReadBody(BinaryReader reader)
    {
        var papers = reader.ReadInt32();
        var stems = new Vocabulary();
        for (var left = Checked(reader.ReadInt32(), TermCounter.MaxWords); left > 0; left--)
        {
            stems.Add(reader.ReadString());
        }

        var pairs = ReadAll<ulong>(reader, TermCounter.MaxWords);
        var characters = ReadAll<ulong>(reader, TermCounter.MaxCharacters);
        var all = stems.Count + pairs.Length + characters.Length;
        var terms = new TermTable(stems, pairs, characters, Exactly(ReadAll<int>(reader, all), all), papers);
        var sample = new Paper[Checked(reader.ReadInt32(), CorpusModel.SampleSize)];
        for (var i = 0; i < sample.Length; i++)
        {
            sample[i] = new Paper { Title = reader.ReadString(), Abstract = reader.ReadString() };
        }

        return new CorpusModel(terms, sample);
    }

    private static void WriteAll<T>(BinaryWriter writer, ReadOnlySpan<T> values)
        where T : unmanaged
    {
        writer.Write(values.Length);
        writer.Write(MemoryMarshal.AsBytes(values));
    }

    private static T[] ReadAll<T>(BinaryReader reader, int most)
        where T : unmanaged
    {
        var values = new T[Checked(reader.ReadInt32(), most)];
        reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(values.AsSpan()));
        return values;
    }

    private static int Checked(int count, int most) =>
        count >= 0 && count <= most ? count : throw new FormatException($"A count of {count} where at most {most} is possible.");

    private static T[] Exactly<T>(T[] values, int count) =>
        values.Length == count ? values : throw new FormatException($"{values.Length} values where {count} belong.");
}
