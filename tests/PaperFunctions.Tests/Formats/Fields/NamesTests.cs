using PaperFunctions.Formats.References;
using PaperFunctions.Formats.Tables;

namespace PaperFunctions.Tests.Formats.Fields;

/// <summary>Author names, a bar between them here.</summary>
public sealed class NamesTests
{
    [Theory]
    [InlineData("Juno Amsel", "Juno Amsel")]
    [InlineData("Amsel, Juno", "Juno Amsel")]
    [InlineData("Juno Amsel, Bo van der Quill", "Juno Amsel|Bo van der Quill")]
    [InlineData("Juno Amsel, Bo van der Quill and Ovid Tern", "Juno Amsel|Bo van der Quill|Ovid Tern")]
    [InlineData("Juno Amsel, Bo van der Quill, and Ovid Tern", "Juno Amsel|Bo van der Quill|Ovid Tern")]
    [InlineData("Juno Amsel & Ovid Tern", "Juno Amsel|Ovid Tern")]
    [InlineData("Amsel, Juno; van der Quill, Bo", "Juno Amsel|Bo van der Quill")]
    [InlineData("Amsel, Juno and Tern, Ovid", "Juno Amsel|Ovid Tern")]
    [InlineData("Amsel, J., van der Quill, B. C., Tern, O.", "J. Amsel|B. C. van der Quill|O. Tern")]
    [InlineData("Amsel J, van der Quill BC, et al.", "J Amsel|BC van der Quill")]
    [InlineData("J Amsel, O Wu", "J Amsel|O Wu")]
    [InlineData("Juno Amsel et al.", "Juno Amsel")]
    [InlineData("Amsel, Juno, Bo van der Quill, and Ovid Tern", "Juno Amsel|Bo van der Quill|Ovid Tern")]
    [InlineData("Juno Amsel · Ovid Tern", "Juno Amsel|Ovid Tern")]
    [InlineData("Amsel, Juno; and Tern, Ovid", "Juno Amsel|Ovid Tern")]
    [InlineData("Juno Amsel (1), Ovid Tern (1 and 2) ((1) A, (2) B (C))", "Juno Amsel|Ovid Tern")]
    [InlineData("['Juno Amsel', \"Ovid O'Tern\"]", "Juno Amsel|Ovid O'Tern")]
    [InlineData("Tern, Jr., Ovid", "Ovid Tern Jr.")]
    [InlineData("Sandy Landers", "Sandy Landers")]
    [InlineData("n/a", "")]
    [InlineData("; , ;", "")]
    public async Task A_field_of_names_gives_each_in_reading_order(string field, string names)
    {
        var cell = field.Replace("\"", "\"\"", StringComparison.Ordinal);
        Assert.Equal(names, string.Join('|', (await Read.OneAs<Tsv>($"title\tauthors\nA\t\"{cell}\"\n")).Authors));
    }

    [Theory]
    [InlineData("Amsel, Juno AND Tern, Ovid", "Juno Amsel|Ovid Tern")]
    [InlineData("Juno Amsel and {Barnes and Noble}", "Juno Amsel|Barnes and Noble")]
    [InlineData("{\\'E}. Amsel and de la {T}orre, Mar{\\'\\i}a", "É. Amsel|María de la Torre")]
    [InlineData("Amsel, Juno and others", "Juno Amsel")]
    public async Task Bibtex_divides_by_and_outside_braces(string field, string names) =>
        Assert.Equal(names, string.Join('|', (await Read.OneAs<Bibtex>($"@misc{{a, title={{A}}, author={{{field}}}}}")).Authors));
}
