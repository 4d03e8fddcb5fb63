using System.Runtime.CompilerServices;
using PaperFunctions.Formats.Shared.Input;
using PaperFunctions.Papers;

namespace PaperFunctions.Formats.Containers;

/// <summary>Reads content inside a container with the other formats; its problems carry its name.</summary>
internal static class NestedDigest
{
    public static async IAsyncEnumerable<DigestItem> ReadAsync(
        Stream content, NestedSource source, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var (reading, failure) = await OpenAsync(content, source, cancellationToken);
        if (reading is null)
        {
            yield return new DigestItem.Trouble(new Problem(0, $"{source.Name}: {failure}."));
            yield break;
        }

        var dated = false;
        await foreach (var entry in reading.EntriesAsync(cancellationToken))
        {
            if (!dated && reading.Receipt.Date is { } early)
            {
                dated = true;
                yield return new DigestItem.Dated(early);
            }

            yield return new DigestItem.Found(entry) { IsJudged = true, Doubt = reading.LastDoubt };
        }

        foreach (var item in Afterwards(reading, source))
        {
            yield return item;
        }
    }

    private static async Task<(DigestReading? Reading, string Failure)> OpenAsync(Stream content, NestedSource source,
        CancellationToken cancellationToken)
    {
        try
        {
            return (await DigestReader.OpenAsync(content, source, cancellationToken), "");
        }
        catch (InvalidDataException e)
        {
            return (null, e.Message.TrimEnd('.'));
        }
    }

    private static IEnumerable<DigestItem> Afterwards(DigestReading reading, NestedSource source)
    {
        var receipt = reading.Receipt;
        yield return new DigestItem.Inside(reading.Quarantined || receipt.Format.Length == 0 ? null : receipt.Format, receipt.Guesses);
        if (receipt.Date is { } date)
        {
            yield return new DigestItem.Dated(date);
        }

        foreach (var left in receipt.LeftOut)
        {
            yield return new DigestItem.Passed(left);
        }

        foreach (var problem in receipt.Problems)
        {
            yield return new DigestItem.Trouble(problem with { Reason = $"{source.Name}: {problem.Reason}" });
        }
    }
}
