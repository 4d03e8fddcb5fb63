using Microsoft.AspNetCore.Components;
using PaperFunctions.Flow.Shared;

namespace PaperFunctions.Pages.Web.Parts;

/// <summary>A labelled form field with an optional hint and an error, both tied to it for screen readers.</summary>
public abstract class FieldBase : ComponentBase
{
    [Parameter, EditorRequired]
    public string Name { get; set; } = "";

    [Parameter, EditorRequired]
    public string Label { get; set; } = "";

    [Parameter]
    public string Value { get; set; } = "";

    [Parameter]
    public string Hint { get; set; } = "";

    [Parameter]
    public bool Required { get; set; }

    [Parameter]
    public int MaxLength { get; set; } = 1_000;

    /// <summary>Errors of the whole form, by field name.</summary>
    [Parameter]
    public IReadOnlyDictionary<string, string> Errors { get; set; } = new Dictionary<string, string>();

    /// <summary>Unique on the page where the same name is in several forms.</summary>
    [Parameter]
    public string Prefix { get; set; } = "f-";

    protected string Id => Prefix + Name;

    protected string? Error => Errors.GetValueOrDefault(Name);

    protected string? Invalid => Error is null ? null : "true";

    protected string? Described =>
        (Hint.Length > 0, Error is not null) switch
        {
            (true, true) => $"{Id}-hint {Id}-error",
            (true, false) => $"{Id}-hint",
            (false, true) => $"{Id}-error",
            _ => null,
        };

    /// <summary>The value as it may are in a one-line field, whatever was posted.</summary>
    protected string Line => Cut(CleanText.Line(Value));

    /// <summary>The same for several lines.</summary>
    protected string Lines => Cut(string.Join('\n', Value.Split('\n').Select(CleanText.Line)));

    private string Cut(string text) => text.Length <= MaxLength ? text : text[..MaxLength].TrimEnd();
}
