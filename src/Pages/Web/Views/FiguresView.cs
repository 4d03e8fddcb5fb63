namespace PaperFunctions.Pages.Web.Views;

/// <summary>What the operator's front page counts.</summary>
/// <param name="Tiles">Single numbers.</param>
/// <param name="Charts">Numbers of each day.</param>
public sealed record FiguresView(IReadOnlyList<TileView> Tiles, IReadOnlyList<ChartView> Charts);

/// <param name="Value">As it is shown; null where it could not be counted in time.</param>
/// <param name="Note">What it is made of; may be empty.</param>
public sealed record TileView(string Name, string? Value, string Note = "");

/// <param name="Id">Unique on the page.</param>
/// <param name="Series">Names of what is stacked, from below.</param>
/// <param name="Days">Oldest first.</param>
public sealed record ChartView(string Id, string Title, IReadOnlyList<string> Series, IReadOnlyList<ChartDay> Days);

/// <param name="Values">One a series.</param>
public sealed record ChartDay(DateOnly Day, IReadOnlyList<int> Values);

/// <summary>Something that waits for the operator.</summary>
/// <param name="Text">What it is, and what to do.</param>
/// <param name="Link">Where to do it; null where a button does it.</param>
/// <param name="Action">Value of the button's field; null where there is a link.</param>
/// <param name="Target">What the button is about.</param>
public sealed record TodoView(string Text, string Label, string? Link, string? Action = null, string Target = "");
