using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace PaperFunctions.Local.Azurite;

/// <summary>The Azurite that package.json pins, installed on first use.</summary>
public static class AzuriteInstall
{
    private const string Package = "package.json";

    /// <summary>Path of the emulator's entry script, after <c>npm ci</c> where it is missing or of another version.</summary>
    /// <param name="progress">Told one line before a download begins.</param>
    /// <exception cref="AzuriteException">No package.json with Azurite above the program or the current folder, no node or npm, or the install failed.</exception>
    public static async Task<string> EnsureAsync(Action<string>? progress = null, CancellationToken cancellationToken = default)
    {
        await NodeTools.RequireNodeAsync(cancellationToken);
        var folder = FindFolder(AppContext.BaseDirectory) ?? FindFolder(Environment.CurrentDirectory)
            ?? throw new AzuriteException(
                $"No {Package} that names azurite lies above {AppContext.BaseDirectory} or {Environment.CurrentDirectory}: run from a checkout of PaperFunctions.");
        return await EnsureInAsync(folder, progress, cancellationToken);
    }

    /// <inheritdoc cref="EnsureAsync"/>
    /// <param name="folder">Folder with package.json and package-lock.json.</param>
    internal static async Task<string> EnsureInAsync(string folder, Action<string>? progress, CancellationToken cancellationToken)
    {
        if (!IsInstalled(folder))
        {
            // Two processes may come here at once: the second waits, then finds the work done.
            using var held = await FileLock.AcquireAsync(LockOf(folder), Timeout.InfiniteTimeSpan, cancellationToken);
            if (!IsInstalled(folder))
            {
                progress?.Invoke($"Installing Azurite with npm ci in {folder}");
                await NodeTools.InstallAsync(folder, cancellationToken);
            }
        }

        return Path.Combine(folder, "node_modules", "azurite", "dist", "src", "azurite.js");
    }

    /// <summary>The nearest folder, from the given one upwards, whose package.json names azurite; null where there is none.</summary>
    internal static string? FindFolder(string from)
    {
        for (var folder = new DirectoryInfo(from); folder is not null; folder = folder.Parent)
        {
            if (Read(Path.Combine(folder.FullName, Package), "devDependencies", "azurite") is not null)
            {
                return folder.FullName;
            }
        }

        return null;
    }

    // npm writes this list last, so an install that was cut off does not count.
    private static bool IsInstalled(string folder) =>
        LockedVersion(Path.Combine(folder, "node_modules", ".package-lock.json")) is { } installed
        && installed == LockedVersion(Path.Combine(folder, "package-lock.json"));

    private static string? LockedVersion(string file) => Read(file, "packages", "node_modules/azurite", "version");

    // Not in the folder, where it would lie about in the checkout.
    private static string LockOf(string folder)
    {
        var id = SHA256.HashData(Encoding.UTF8.GetBytes($"{Environment.UserName} {Path.GetFullPath(folder)}"));
        return Path.Combine(Path.GetTempPath(), $"paperfunctions-npm-{Convert.ToHexStringLower(id)[..16]}.lock");
    }

    private static string? Read(string file, params ReadOnlySpan<string> path)
    {
        try
        {
            using var json = JsonDocument.Parse(File.ReadAllBytes(file));
            var at = json.RootElement;
            foreach (var name in path)
            {
                if (at.ValueKind != JsonValueKind.Object || !at.TryGetProperty(name, out at))
                {
                    return null;
                }
            }

            return at.GetString();
        }
        catch (Exception e) when (e is IOException or JsonException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
