using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace PaperFunctions.Flow.Subscribers.Links;

/// <summary>Section <c>Site</c>: where subscribers find the pages, and the keys behind signed links.</summary>
public sealed class SiteOptions
{
    /// <summary>Address of the web app, https in production, no trailing slash needed.</summary>
    [Required(ErrorMessage = "Site:BaseUrl is missing: set Site__BaseUrl to the address that readers open, such as "
        + "https://papers.example.org.")]
    [RegularExpression("^https?://[^/\\s]+.*$", ErrorMessage = "Site:BaseUrl must be an absolute http or https address.")]
    public string BaseUrl { get; set; } = "";

    [Required(ErrorMessage = "Site:Name is empty: it stands in subjects and page titles.")]
    public string Name { get; set; } = "PaperFunctions";

    /// <summary>Base64 of at least 32 random bytes; signs the links in mail.</summary>
    [Required(ErrorMessage = "Site:SigningKey is missing: set Site__SigningKey to the Base64 of 32 random bytes.")]
    [Base64String(ErrorMessage = "Site:SigningKey must be Base64.")]
    [MinLength(43, ErrorMessage = "Site:SigningKey is too short: 32 random bytes make 44 characters of Base64.")]
    public string SigningKey { get; set; } = "";

    /// <summary>The key before, while links signed with it are still honoured; empty for none.</summary>
    [Base64String(ErrorMessage = "Site:PreviousSigningKey must be Base64.")]
    [RegularExpression("^.{43,}$", ErrorMessage = "Site:PreviousSigningKey is too short: 32 random bytes make 44 characters of Base64.")]
    public string PreviousSigningKey { get; set; } = "";

    /// <summary>The previous key got into other hands: what was signed with it unsubscribes, and does nothing else any more.</summary>
    public bool PreviousKeyLeaked { get; set; }

    /// <summary>Base64 of 32 random bytes; hashes addresses. It must never change once there are subscribers.</summary>
    [Required(ErrorMessage = "Site:AddressKey is missing: set Site__AddressKey to the Base64 of 32 random bytes, and never change it.")]
    [Base64String(ErrorMessage = "Site:AddressKey must be Base64.")]
    [MinLength(43, ErrorMessage = "Site:AddressKey is too short: 32 random bytes make 44 characters of Base64.")]
    public string AddressKey { get; set; } = "";

    /// <summary>Stands at the foot of each mail, as laws on bulk mail ask; empty for none.</summary>
    public string PostalAddress { get; set; } = "";

    public string Link(string path) => $"{BaseUrl.TrimEnd('/')}{path}";
}

[OptionsValidator]
public sealed partial class SiteOptionsValidator : IValidateOptions<SiteOptions>;
