namespace PaperFunctions.Pages.Text;

/// <summary>A reason in its parts. Reasons name papers between asterisks, as plain text does: <c>like *A Title*</c>.</summary>
/// <param name="Said">What stands before the title, or the whole reason.</param>
/// <param name="Title">Of the paper that it names, without the asterisks; null where it names none. It may have been shortened.</param>
public sealed record Why(string Said, string? Title)
{
    private static readonly string[] Namings = ["like ", "too close to "];

    public static Why Of(string reason)
    {
        foreach (var naming in Namings)
        {
            if (reason.StartsWith($"{naming}*", StringComparison.Ordinal))
            {
                var title = reason[(naming.Length + 1)..];
                return new Why(naming, title.EndsWith('*') ? title[..^1] : title);
            }
        }

        return new Why(reason, null);
    }
}
