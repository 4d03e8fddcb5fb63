using System.Text.Json;
using PaperFunctions.Flow.Queues;

namespace PaperFunctions.Flow.Subscribers.Import;

/// <summary>Starts an import: reads the list whole, notes it, and hands it on in parts. Adding thousands takes longer than a request
/// lives.</summary>
public sealed class ImportPeople(IImportTable imports, IFlowQueues queues, TimeProvider clock)
{
    /// <exception cref="InvalidDataException">It is no list of people; the message says what to do. Nobody was added.</exception>
    public async Task<PeopleImport> StartAsync(Stream content, ImportOrder order, CancellationToken cancellationToken)
    {
        var file = await PeopleFile.ReadAsync(content, order, cancellationToken);
        var parts = Parts(file.People).ToList();
        var now = clock.GetUtcNow();
        var import = new PeopleImport(
            PeopleImport.NewId(now, Guid.NewGuid().ToString("N")), now, order.Invite, order.Consent, file.People.Count,
            [.. file.Refused.Take(PeopleImport.MaxRefused)], file.Refused.Count, parts.Count);
        await imports.PutAsync(import, cancellationToken);
        await Parallel.ForEachAsync(parts.Index(), cancellationToken, async (part, token) =>
            await queues.SendAsync(new PeopleBatch(1, import.Id, part.Index, order, part.Item), token));
        return import;
    }

    private static IEnumerable<IReadOnlyList<ImportedPerson>> Parts(IReadOnlyList<ImportedPerson> people)
    {
        var (part, bytes) = (new List<ImportedPerson>(), 0);
        foreach (var person in people)
        {
            var size = SizeOf(person);
            if (part.Count == PeopleBatch.MaxPeople || (part.Count > 0 && bytes + size > PeopleBatch.MaxBytes))
            {
                yield return part;
                (part, bytes) = ([], 0);
            }

            part.Add(person);
            bytes += size;
        }

        if (part.Count > 0)
        {
            yield return part;
        }
    }

    private static int SizeOf(ImportedPerson person) =>
        80 + Of(person.Email) + Of(person.Zone) + Of(person.Consent) + (person.Topics ?? []).Sum(t => 3 + Of(t));

    private static int Of(string? text) => text is null ? 0 : JsonEncodedText.Encode(text).EncodedUtf8Bytes.Length;
}
