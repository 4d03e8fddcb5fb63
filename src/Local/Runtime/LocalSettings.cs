using PaperFunctions.Emulators.Search;

namespace PaperFunctions.Local.Runtime;

/// <summary>The app settings of a local run: the same names as in Azure, other endpoints.</summary>
public static class LocalSettings
{
    public const string SearchKey = "local-admin-key";
    public const string MailKey = "SG.local-mail-capture";

    public static Dictionary<string, string?> For(LocalAddresses addresses, LocalSecrets secrets) => new()
    {
        ["AzureWebJobsStorage"] = addresses.Storage,
        ["Search:Endpoint"] = SearchEmulatorTransport.Endpoint.ToString(),
        ["Search:ApiKey"] = SearchKey,
        ["Mail:Host"] = addresses.Mail,
        ["Mail:ApiKey"] = MailKey,
        ["Mail:From"] = "digest@paperfunctions.example",
        ["Mail:EventPublicKey"] = secrets.EventPublicKey,
        ["Mail:FromName"] = "PaperFunctions",
        ["Site:BaseUrl"] = addresses.Web,
        ["Site:SigningKey"] = secrets.SigningKey,
        ["Site:AddressKey"] = secrets.AddressKey,
        // Nothing leaves this machine: nobody can be flooded from here.
        ["Accounts:MailsADay"] = "1000000",
        // Papers dropped here are often invented; their titles stay on this machine.
        ["LookUp:Services"] = "",
        ["Sources:List"] = addresses.Sources,
        ["OnHourSchedule"] = "0 */15 * * * *",
        ["OnNightSchedule"] = "0 30 2 * * *",
    };
}
