using System.Text.Json;

namespace PaperFunctions.Emulators.SendGrid.Messages;

/// <summary>
/// The messages in a folder: <c>ID.json</c> and <c>ID.eml</c> each. Keeps nothing in memory, so that any process may read along.
/// </summary>
public sealed class MessageStore
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    private readonly Lock _ids = new();
    private DateTimeOffset _last;

    /// <param name="folder">Made if missing.</param>
    public MessageStore(string folder)
    {
        Folder = Path.GetFullPath(folder);
        Directory.CreateDirectory(Folder);
    }

    public string Folder { get; }

    /// <summary>Newest first.</summary>
    /// <param name="limit">At most so many.</param>
    /// <param name="before">Only what came before the message of this id.</param>
    public IReadOnlyList<StoredMessage> List(int limit = int.MaxValue, string? before = null) =>
        [.. Ids().Where(id => before is null || string.CompareOrdinal(id, before) < 0).Select(Find).OfType<StoredMessage>().Take(limit)];

    public int Count() => Ids().Count;

    /// <summary>Null: there is no such message (any more).</summary>
    public StoredMessage? Find(string id)
    {
        if (!IsId(id))
        {
            return null;
        }

        try
        {
            return JsonSerializer.Deserialize<StoredMessage>(File.ReadAllBytes(PathOf(id, ".json")), Json);
        }
        catch (Exception error) when (error is FileNotFoundException or DirectoryNotFoundException or JsonException)
        {
            return null;
        }
    }

    /// <summary>Path of the message's .eml file; null: there is no such message.</summary>
    public string? EmlPath(string id) => IsId(id) && File.Exists(PathOf(id, ".eml")) ? PathOf(id, ".eml") : null;

    /// <summary>Deletes all messages.</summary>
    public void Clear()
    {
        foreach (var id in Ids())
        {
            File.Delete(PathOf(id, ".json"));
            File.Delete(PathOf(id, ".eml"));
        }
    }

    /// <summary>An id for a message received at this time, greater than any that this store has given before.</summary>
    internal string NewId(DateTimeOffset now)
    {
        lock (_ids)
        {
            _last = now > _last ? now : _last.AddTicks(1);
            return $"{_last.UtcDateTime:yyyyMMdd'T'HHmmssfffffff}-{Guid.NewGuid().ToString("N")[..6]}";
        }
    }

    /// <summary>Both files, the listing one last and whole at once: a crash leaves no half message.</summary>
    internal void Save(StoredMessage message, string eml)
    {
        File.WriteAllText(PathOf(message.Id, ".eml"), eml);
        var draft = PathOf(message.Id, ".tmp");
        File.WriteAllBytes(draft, JsonSerializer.SerializeToUtf8Bytes(message, Json));
        File.Move(draft, PathOf(message.Id, ".json"));
    }

    private static bool IsId(string id) => id.Length is > 0 and <= 40 && id.All(c => char.IsAsciiLetterOrDigit(c) || c == '-');

    private string PathOf(string id, string extension) => Path.Combine(Folder, id + extension);

    private List<string> Ids() =>
        [.. Directory.EnumerateFiles(Folder, "*.json")
            .Select(path => Path.GetFileNameWithoutExtension(path)).Where(IsId).OrderDescending(StringComparer.Ordinal)];
}
