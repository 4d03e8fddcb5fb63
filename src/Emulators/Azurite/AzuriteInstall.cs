using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace PaperFunctions.Emulators.Azurite;

/// <summary>The Azurite that the package.json beside this file pins, installed on first use.</summary>
public static class AzuriteInstall
{
    /// <summary>Where the project with its package.json lies in a checkout.</summary>
    private static readonly string Project = Path.Combine("src", "Emulators", "Azurite");

    /// <summary>Path of the emulator's entry script, after <c>npm ci</c> where it is missing or of another version.</summary>
    /// <param name="progress">Gets one line before a download begins.</param>
    /// <exception cref="AzuriteException">The program does not run from a checkout, node or npm is missing, or the install
    /// failed.</exception>
    public static async Task<string> EnsureAsync(Action<string>? progress = null, CancellationToken cancellationToken = default)
    {
        await NodeTools.RequireNodeAsync(cancellationToken);
        var folder = FindFolder(AppContext.BaseDirectory) ?? FindFolder(Environment.CurrentDirectory)
            ?? throw new AzuriteException(
                $"{Project} lies neither above {AppContext.BaseDirectory} nor above {Environment.CurrentDirectory}: run from a checkout.");
        return await EnsureInAsync(folder, progress, cancellationToken);
    }

    /// <inheritdoc cref="EnsureAsync"/>
    /// <param name="folder">Folder with package.json and package-lock.json.</param>
    internal static async Task<string> EnsureInAsync(string folder, Action<string>? progress, CancellationToken cancellationToken)
    {
        if (!IsInstalled(folder))
        {
            // Two processes may get here at once: the second waits, then finds the work done.
            using var held = await FileLock.AcquireAsync(LockOf(folder), Timeout.InfiniteTimeSpan, cancellationToken);
            if (!IsInstalled(folder))
            {
                progress?.Invoke($"Installing Azurite with npm ci in {folder}");
                await NodeTools.InstallAsync(folder, cancellationToken);
            }
        }

        return Path.Combine(folder, "node_modules", "azurite", "dist", "src", "azurite.js");
    }

    /// <summary>This project's folder in the checkout that a folder belongs to; null outside a checkout.</summary>
    internal static string? FindFolder(string from)
    {
        for (var folder = new DirectoryInfo(from); folder is not null; folder = folder.Parent)
        {
            var project = Path.Combine(folder.FullName, Project);
            if (File.Exists(Path.Combine(project, "package-lock.json")))
            {
                return project;
            }
        }

        return null;
    }

    // npm writes this list last, so an install that was cut short does not count.
    private static bool IsInstalled(string folder) =>
        LockedVersion(Path.Combine(folder, "node_modules", ".package-lock.json")) is { } installed
        && installed == LockedVersion(Path.Combine(folder, "package-lock.json"));

    // Not in the checkout, where it would stay behind.
    private static string LockOf(string folder)
    {
        var id = SHA256.HashData(Encoding.UTF8.GetBytes($"{Environment.UserName} {Path.GetFullPath(folder)}"));
        return Path.Combine(Path.GetTempPath(), $"paperfunctions-npm-{Convert.ToHexStringLower(id)[..16]}.lock");
    }

    private static string? LockedVersion(string file)
    {
        try
        {
            return JsonNode.Parse(File.ReadAllBytes(file))?["packages"]?["node_modules/azurite"]?["version"]?.GetValue<string>();
        }
        catch (Exception e) when (e is IOException or JsonException or UnauthorizedAccessException or InvalidOperationException)
        {
            return null;
        }
    }
}
