using System.Runtime.CompilerServices;
using PaperFunctions.Papers;

namespace PaperFunctions.Formats.Shared.Fields;

/// <summary>Turns the records of a format into ranked entries.</summary>
internal static class Entries
{
    /// <param name="parsed">Records and problems in the order of the file.</param>
    /// <param name="describe">Fills a draft from a record; false where the record is of a kind that is no paper.</param>
    /// <param name="cancellationToken">Stops the reading between two records.</param>
    public static async IAsyncEnumerable<DigestItem> From<T>(
        IAsyncEnumerable<Parsed<T>> parsed, Func<T, PaperDraft, bool> describe,
        [EnumeratorCancellation] CancellationToken cancellationToken)
        where T : class
    {
        var rank = 0;
        await foreach (var item in parsed.WithCancellation(cancellationToken))
        {
            if (item.Problem is { } problem)
            {
                yield return new DigestItem.Trouble(problem);
            }

            if (item.Date is { } date)
            {
                yield return new DigestItem.Dated(date);
            }

            if (item.LeftOut is { } left)
            {
                yield return new DigestItem.Passed(left);
            }

            var draft = new PaperDraft();
            if (item.Record is null || !describe(item.Record, draft))
            {
                continue;
            }

            yield return draft.Finish() is { } paper
                ? new DigestItem.Found(new Entry(++rank, item.Line, paper))
                : new DigestItem.Trouble(new Problem(item.Line, "The entry has no title and was left out."));
        }
    }
}
