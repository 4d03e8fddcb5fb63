using System.Diagnostics;
using System.Formats.Tar;
using System.IO.Compression;
using PaperFunctions.Emulators.Azurite;

namespace PaperFunctions.LocalTests.Emulators.Azurite;

/// <summary>With a package of one line in Azurite's place, so that no download is needed.</summary>
public sealed class AzuriteInstallTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("install-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task Two_that_install_at_once_do_it_once()
    {
        await PinAsync("1.0.0");
        var installs = 0;
        var scripts = await Task.WhenAll(Enumerable.Range(0, 2)
            .Select(_ => AzuriteInstall.EnsureInAsync(_folder.FullName, _ => Interlocked.Increment(ref installs), default)));

        Assert.Equal(1, installs);
        Assert.All(scripts, script => Assert.Equal("// version 1.0.0", File.ReadAllText(script)));
    }

    [Fact]
    public async Task What_is_installed_is_not_installed_again_until_another_version_is_pinned()
    {
        var progress = new List<string>();
        await PinAsync("1.0.0");
        await AzuriteInstall.EnsureInAsync(_folder.FullName, progress.Add, default);
        await AzuriteInstall.EnsureInAsync(_folder.FullName, progress.Add, default);
        Assert.Equal([$"Installing Azurite with npm ci in {_folder.FullName}"], progress);

        await PinAsync("1.0.1");
        Assert.Equal("// version 1.0.1",
            await File.ReadAllTextAsync(await AzuriteInstall.EnsureInAsync(_folder.FullName, progress.Add, default)));
    }

    [Fact]
    public async Task An_install_that_was_cut_off_is_done_again()
    {
        await PinAsync("1.0.0");
        var script = await AzuriteInstall.EnsureInAsync(_folder.FullName, null, default);
        File.Delete(script);
        File.Delete(Path.Combine(_folder.FullName, "node_modules", ".package-lock.json"));
        await AzuriteInstall.EnsureInAsync(_folder.FullName, null, default);
        Assert.True(File.Exists(script));
    }

    [Fact]
    public async Task A_failed_install_is_reported_with_what_npm_said()
    {
        await PinAsync("1.0.0");
        File.Delete(Path.Combine(_folder.FullName, "package-lock.json"));
        var error = await Assert.ThrowsAsync<AzuriteException>(() => AzuriteInstall.EnsureInAsync(_folder.FullName, null, default));
        Assert.StartsWith($"Installing Azurite failed: 'npm ci' in {_folder.FullName} ended with code 1: ", error.Message,
            StringComparison.Ordinal);
        Assert.Contains("package-lock.json", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', error.Message);
    }

    [Fact]
    public async Task The_package_is_found_from_any_folder_of_the_checkout()
    {
        var project = Directory.CreateDirectory(Path.Combine(_folder.FullName, "src", "Emulators", "Azurite"));
        await File.WriteAllTextAsync(Path.Combine(project.FullName, "package-lock.json"), "{}");
        var deep = Directory.CreateDirectory(Path.Combine(_folder.FullName, "tests", "bin"));
        Assert.Equal(project.FullName, AzuriteInstall.FindFolder(deep.FullName));
        Assert.Null(AzuriteInstall.FindFolder(_folder.Parent!.FullName));
    }

    [Fact]
    public void A_tool_that_is_missing_is_reported_with_where_to_get_it()
    {
        var error = Assert.Throws<AzuriteException>(() => NodeTools.StartOrExplain(new ProcessStartInfo("no-such-node"), "node"));
        Assert.Equal("'node' was not found: install Node 20 or newer (nodejs.org) and put it on PATH.", error.Message);
    }

    private async Task PinAsync(string version)
    {
        await WriteAsync("package.json", $$"""{ "name": "t", "devDependencies": { "azurite": "{{version}}" } }""");
        await WriteAsync("package-lock.json", $$"""
            { "name": "t", "lockfileVersion": 3, "requires": true, "packages": {
              "": { "name": "t", "devDependencies": { "azurite": "{{version}}" } },
              "node_modules/azurite": { "version": "{{version}}", "resolved": "file:azurite-{{version}}.tgz", "dev": true } } }
            """);
        await using var file = File.Create(Path.Combine(_folder.FullName, $"azurite-{version}.tgz"));
        await using var zip = new GZipStream(file, CompressionLevel.Fastest);
        await using var tar = new TarWriter(zip);
        await AddAsync(tar, "package/package.json", $$"""{ "name": "azurite", "version": "{{version}}" }""");
        await AddAsync(tar, "package/dist/src/azurite.js", $"// version {version}");
    }

    private Task WriteAsync(string name, string text) => File.WriteAllTextAsync(Path.Combine(_folder.FullName, name), text);

    private static async Task AddAsync(TarWriter tar, string name, string text)
    {
        using var content = new MemoryStream(System.Text.Encoding.UTF8.GetBytes(text));
        await tar.WriteEntryAsync(new PaxTarEntry(TarEntryType.RegularFile, name) { DataStream = content });
    }
}
