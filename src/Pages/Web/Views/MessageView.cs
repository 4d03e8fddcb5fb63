namespace PaperFunctions.Pages.Web.Views;

/// <summary>A page that says one thing and where to go from there.</summary>
public sealed record MessageView(PageFrame Frame, string Title, IReadOnlyList<string> Paragraphs, IReadOnlyList<MessageLink> Links);

public sealed record MessageLink(string Text, string Url);
