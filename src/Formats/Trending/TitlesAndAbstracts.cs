using System.Text;
using PaperFunctions.Papers;

namespace PaperFunctions.Formats.Trending;

/// <summary>Title, abstract, title, abstract...: a line each, or a block of lines each where blank lines part them.</summary>
/// <remarks>Stays in step where a paper has no abstract or one of two paragraphs, and says so: no title is as long as
/// <see cref="LongestTitle"/> (in 412 real ones the longest has 164 characters), nearly all abstracts are longer.</remarks>
internal sealed class TitlesAndAbstracts(bool blocks)
{
    public const int LongestTitle = 400;

    /// <summary>A first line that is longer cannot be a title however odd.</summary>
    private const int FarTooLong = 1000;

    /// <summary>Characters kept of one abstract; its limit in a table row is half of that.</summary>
    private const int LongestBlock = 64 * 1024;

    private readonly Queue<Problem> _problems = new();
    private readonly StringBuilder _block = new();
    private int _blockLine;
    private (string Text, int Line) _title;
    private (string Text, int Line) _waiting;
    private string? _body;

    public int Count { get; private set; }

    /// <summary>Takes a line, blank ones too; returns a paper that is complete with it.</summary>
    public Entry? Add(string text, int line)
    {
        if (!blocks)
        {
            return text.Length == 0 ? null : Place((text, line));
        }

        if (text.Length == 0)
        {
            return CloseBlock();
        }

        Join(text, line);
        return null;
    }

    public IEnumerable<Entry> Finish()
    {
        if (CloseBlock() is { } complete)
        {
            yield return complete;
        }

        if (_title.Text is not null)
        {
            if (_body is null)
            {
                _problems.Enqueue(new Problem(_title.Line, "The last title has no abstract; the file may have been cut off here."));
            }

            yield return Emit();
        }
    }

    public Problem? TakeProblem() => _problems.TryDequeue(out var problem) ? problem : null;

    private void Join(string text, int line)
    {
        if (_block.Length == 0)
        {
            _blockLine = line;
            _block.Append(text);
        }
        else if (_block.Length + text.Length < LongestBlock)
        {
            _block.Append(' ').Append(text);
        }
        else if (_block.Length < LongestBlock)
        {
            _problems.Enqueue(new Problem(line, "More text than an abstract can have, without a blank line; the rest of it was left out."));
            _block.Append(' ', LongestBlock - _block.Length);
        }
    }

    private Entry? CloseBlock()
    {
        if (_block.Length == 0)
        {
            return null;
        }

        var text = _block.ToString().TrimEnd();
        _block.Clear();
        return Place((text, _blockLine));
    }

    private Entry? Place((string Text, int Line) next)
    {
        if (_title.Text is null)
        {
            PlaceTitle(next);
            return null;
        }

        if (_body is null)
        {
            (_body, _waiting) = (Clip(next), next);
            return null;
        }

        return next.Text.Length > LongestTitle ? PlaceLong(next) : StartNext(next);
    }

    private void PlaceTitle((string Text, int Line) next)
    {
        if (next.Text.Length <= FarTooLong)
        {
            _title = next;
            return;
        }

        _problems.Enqueue(new Problem(next.Line, "A long text stands where the first title belongs; it was left out."));
    }

    private string Clip((string Text, int Line) next)
    {
        if (next.Text.Length <= LongestBlock)
        {
            return next.Text;
        }

        _problems.Enqueue(new Problem(next.Line,
            $"The abstract is longer than {LongestBlock / 1024} Ki characters; the rest of it was left out."));
        return next.Text[..LongestBlock];
    }

    private Entry StartNext((string Text, int Line) next)
    {
        var entry = Emit();
        _title = next;
        return entry;
    }

    /// <summary>A long line where a title belongs: one paragraph more, or the abstract of what was taken for an abstract.</summary>
    private Entry? PlaceLong((string Text, int Line) next)
    {
        if (_body!.Length > LongestTitle)
        {
            _problems.Enqueue(new Problem(next.Line,
                "A long text stands where a title belongs; it was read as a further paragraph of the abstract before it."));
            _body = _body.Length + next.Text.Length < LongestBlock ? $"{_body} {next.Text}" : _body;
            return null;
        }

        _problems.Enqueue(new Problem(_title.Line, "This title has no abstract; the next line is a title too."));
        _body = null;
        var entry = Emit();
        (_title, _body, _waiting) = (_waiting, Clip(next), next);
        return entry;
    }

    private Entry Emit()
    {
        var entry = new Entry(++Count, _title.Line, new Paper { Title = _title.Text, Abstract = _body ?? "" });
        (_title, _body) = (default, null);
        return entry;
    }
}
