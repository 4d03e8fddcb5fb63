using System.Text.Json.Nodes;

namespace PaperFunctions.Local.Mail.Api;

/// <summary>Categories are checked, then not needed any more: nothing here counts mail by them.</summary>
internal static class CategoryRules
{
    private const int MaxCategories = 10;
    private const int MaxLength = 255;

    public static void Check(JsonNode? node, List<MailError> errors)
    {
        if (node is null)
        {
            return;
        }

        var names = (node as JsonArray)?.Select(MailRequestReader.Text).ToList();
        var problem = names switch
        {
            null => "Categories must be an array of strings.",
            { Count: > MaxCategories } => $"There is a limit of {MaxCategories} categories for each email that is sent. You provided {names.Count} categories.",
            _ when names.Contains(null) => "Categories must be an array of strings.",
            _ when names.Find(name => name!.Length > MaxLength) is { } name => $"Each category must not be longer than {MaxLength} characters. {name} exceeds this limit",
            _ when names.GroupBy(name => name).FirstOrDefault(group => group.Count() > 1) is { } twice => $"The categories must be a unique list, and you have included {twice.Key} more than once.",
            _ when names.Exists(name => name!.Any(c => c > '~')) => "Categories can not contain non-ASCII characters.",
            _ => null,
        };
        if (problem is not null)
        {
            errors.Add(MailError.At("categories", "categories", problem));
        }
    }
}
