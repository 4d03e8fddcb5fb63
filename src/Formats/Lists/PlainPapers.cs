using PaperFunctions.Papers;

namespace PaperFunctions.Formats.Lists;

/// <summary>Decides by its first lines which kind of plain list a text is, then reads it so.</summary>
internal sealed class PlainPapers(DigestSource source)
{
    private readonly TextDrafts _drafts = new(source);
    private readonly List<(string Text, int Number)> _first = [];
    private TextPapers? _blocks;
    private bool _oneALine;
    private bool _hasPairs;
    private ListDraft? _above;

    public int Count => _drafts.Count;

    public IEnumerable<Entry> Add(string line, int number)
    {
        if (_blocks is not null)
        {
            return Next(line, number);
        }

        _first.Add((line, number));
        return _first.Count < LineList.LookedAt ? [] : Begin();
    }

    public IEnumerable<Entry> End()
    {
        var first = _blocks is null ? Begin().ToList() : [];
        return [.. first, .. _oneALine ? Above(null) : _blocks!.End()];
    }

    private IEnumerable<Entry> Begin()
    {
        var texts = _first.ConvertAll(line => line.Text);
        _blocks = new TextPapers(_drafts);
        _oneALine = LineList.Fits(texts) > 0
            || (FormatOverride.Of(source) is not null && !TextPapers.Fits(texts) && LineList.Fits(texts, asked: true) > 0);
        _hasPairs = LineList.HasPairs(texts);
        return _first.SelectMany(line => Next(line.Text, line.Number));
    }

    private IEnumerable<Entry> Next(string line, int number)
    {
        if (!_oneALine)
        {
            return _blocks!.Add(line, number);
        }

        return line.Length == 0
            ? Above(null)
            : LineList.Read(line, number, _hasPairs ? _above : null, source.UploadedAt) is { } draft ? Above(draft) : [];
    }

    /// <summary>A line is held until the next one: that may be its address.</summary>
    private Entry[] Above(ListDraft? next)
    {
        var entry = _above is null ? null : _drafts.Take(_above);
        _above = next;
        return entry is null ? [] : [entry];
    }
}
