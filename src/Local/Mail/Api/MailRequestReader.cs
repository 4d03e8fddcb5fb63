using System.Text.Json;
using System.Text.Json.Nodes;

namespace PaperFunctions.Local.Mail.Api;

/// <summary>Reads and checks the body of POST /v3/mail/send by SendGrid's documented rules, and collects what breaks them.</summary>
internal sealed class MailRequestReader
{
    private const int MaxPersonalizations = 1000;
    private const int MaxRecipients = 1000;
    private const string AddressExample = "e.g. {\"email\": \"example@example.com\"} or {\"email\": \"example@example.com\", \"name\": \"Example Recipient\"}";

    private readonly JsonObject _body;
    private readonly List<MailError> _errors = [];

    private MailRequestReader(JsonObject body) => _body = body;

    /// <summary>True: check only, deliver nothing.</summary>
    public bool Sandbox { get; private set; }

    public IReadOnlyList<MailError> Errors => _errors;

    /// <summary>The messages to deliver; meaningless where there are errors.</summary>
    public IReadOnlyList<OutgoingMail> Mails { get; private set; } = [];

    public static MailRequestReader Read(JsonObject body)
    {
        var reader = new MailRequestReader(body);
        reader.Read();
        return reader;
    }

    private void Read()
    {
        Sandbox = Find("mail_settings", "sandbox_mode", "enable") is JsonValue flag && flag.GetValueKind() == JsonValueKind.True;
        var from = From();
        var replyTo = ReplyTo();
        var hasTemplate = Text(_body["template_id"]) is { Length: > 0 };
        var content = new ContentReader(_body, _errors).Read(hasTemplate);
        var attachments = new AttachmentReader(_body, _errors).Read();
        var headers = new HeaderRules(_errors).Read(_body["headers"], "headers", "headers");
        var arguments = new CustomArgRules(_errors).Read(_body["custom_args"], "custom_args", "custom_args");
        CategoryRules.Check(_body["categories"], _errors);

        var mails = new List<OutgoingMail>();
        var recipients = 0;
        var personalizations = Personalizations();
        for (var i = 0; i < personalizations.Count; i++)
        {
            var part = new PersonalizationReader(personalizations[i], i, _errors);
            var mail = part.Read(_body["subject"], hasTemplate, headers, arguments);
            recipients += mail.Recipients.Count();
            mails.Add(mail with { From = from, ReplyTo = replyTo, Content = content, Attachments = attachments });
        }

        if (recipients > MaxRecipients)
        {
            Add("personalizations", "personalizations", $"There is a limit of {MaxRecipients} total recipients (to + cc + bcc) per request.");
        }

        Mails = mails;
    }

    private MailAddress From()
    {
        if (_body["from"] is not JsonObject from || from["email"] is null)
        {
            Add("from", "from", $"The from object must be provided for every email send. It is an object that requires the email parameter, but may also contain a name parameter.  {AddressExample}.");
            return new MailAddress("");
        }

        var address = AddressRules.Read(from);
        if (address is null)
        {
            Add("from.email", "from", "The from email does not contain a valid address.");
        }

        AddressRules.CheckName(from, "from", _errors);
        return address ?? new MailAddress("");
    }

    private List<MailAddress> ReplyTo()
    {
        var given = _body["reply_to_list"] is JsonArray list ? list : _body["reply_to"] is { } one ? [one.DeepClone()] : new JsonArray();
        var addresses = new List<MailAddress>();
        foreach (var item in given)
        {
            if (AddressRules.Read(item as JsonObject) is { } address)
            {
                addresses.Add(address);
            }
            else
            {
                Add("reply_to", "reply_to", $"The reply_to object, when used, must at least have an email parameter with a valid email address and it may also contain a name parameter. {AddressExample}");
            }
        }

        return addresses;
    }

    private List<JsonObject> Personalizations()
    {
        if (_body["personalizations"] is not JsonArray { Count: > 0 } items)
        {
            Add("personalizations", "personalizations", "The personalizations field is required and must have at least one personalization.");
            return [];
        }

        if (items.Count > MaxPersonalizations)
        {
            Add("personalizations", "personalizations", $"The personalization block is limited to {MaxPersonalizations} personalizations per API request. You have provided {items.Count} personalizations. Please consider splitting this into multiple requests and resending your request.");
            return [];
        }

        return [.. items.Select(item => item as JsonObject ?? [])];
    }

    private JsonNode? Find(params string[] path) => path.Aggregate((JsonNode?)_body, (node, name) => (node as JsonObject)?[name]);

    private void Add(string field, string topic, string message) => _errors.Add(MailError.At(field, topic, message));

    internal static string? Text(JsonNode? node) => node is JsonValue value && value.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : null;
}
