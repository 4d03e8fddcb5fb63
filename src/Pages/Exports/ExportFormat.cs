using PaperFunctions.Papers;

namespace PaperFunctions.Pages.Exports;

/// <summary>A form in which reference managers take papers.</summary>
/// <param name="Name">As addresses have it: <c>csl-json</c>.</param>
/// <param name="Title">As readers know it: "CSL-JSON".</param>
/// <param name="Ending">Of files, without the dot.</param>
/// <param name="Write">All papers as one file.</param>
public sealed record ExportFormat(string Name, string Title, string Ending, string ContentType,
    Func<IReadOnlyList<StoredPaper>, string> Write)
{
    public static IReadOnlyList<ExportFormat> All { get; } =
    [
        new("bibtex", "BibTeX", "bib", "application/x-bibtex; charset=utf-8", BibtexExport.Write),
        new("ris", "RIS", "ris", "application/x-research-info-systems; charset=utf-8", RisExport.Write),
        new("csl-json", "CSL-JSON", "json", "application/vnd.citationstyles.csl+json; charset=utf-8", CslJsonExport.Write),
    ];

    /// <returns>Null where there is no such format.</returns>
    public static ExportFormat? Named(string name) => All.FirstOrDefault(format => format.Name == name);
}
