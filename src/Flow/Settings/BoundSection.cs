using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace PaperFunctions.Flow.Settings;

/// <summary>Binds a section of the settings; what cannot be bound is told as a validator tells it, in one sentence for each
/// setting.</summary>
/// <param name="canWait">The settings whose reference may be unresolved.</param>
internal sealed class BoundSection<TOptions>(IConfigurationSection section, IReadOnlyCollection<string> canWait)
    : IConfigureOptions<TOptions>
    where TOptions : class
{
    /// <exception cref="OptionsValidationException">A reference was not resolved, or a number is none.</exception>
    public void Configure(TOptions options)
    {
        var left = section.GetChildren()
            .Where(setting => !canWait.Contains(setting.Key) && SettingReference.IsUnresolved(setting.Value)).ToArray();
        if (left.Length > 0)
        {
            throw Wrong(left.Select(setting => SettingReference.Sentence(setting.Path)));
        }

        try
        {
            section.Bind(options);
        }
        catch (InvalidOperationException e) // only numbers and switches are converted: the message repeats no secret
        {
            throw Wrong([e.Message]);
        }
    }

    private OptionsValidationException Wrong(IEnumerable<string> sentences) => new(section.Key, typeof(TOptions), sentences);
}
