using System.Text.RegularExpressions;

namespace PaperFunctions.Tests.Infra;

/// <summary>Secrets stay secure parameters from main.bicep to where they are kept.</summary>
public class SecretTests
{
    private static readonly string[] Secrets =
        [.. BicepFile.Main.Parameters.Where(parameter => parameter.Decorators.Contains("@secure()")).Select(parameter => parameter.Name)];

    [Fact]
    public void The_template_takes_six_of_them() =>
        Assert.Equal(["mailApiKey", "signingKey", "previousSigningKey", "addressKey", "openAlexKey", "semanticScholarKey"], Secrets);

    [Fact]
    public void They_go_to_the_vault_and_nowhere_else()
    {
        var vault = BicepFile.Named("modules/vault.bicep").Parameters;
        Assert.All(Secrets, secret =>
        {
            Assert.Contains("@secure()", vault.Single(parameter => parameter.Name == secret).Decorators);
            // Declared, handed to the vault, or asked whether it is empty.
            var uses = BicepFile.Main.Text.Split('\n').Where(line => Regex.IsMatch(line, $@"\b{secret}\b")).Select(line => line.Trim());
            Assert.All(uses, use => Assert.Matches($@"^param {secret} string = ''$|^{secret}: {secret}$|empty\({secret}\)", use));
        });
        Assert.Equal(Secrets.Length,
            Secrets.Count(secret => Regex.Count(BicepFile.Main.Text, $@"^ +{secret}: ", RegexOptions.Multiline) == 1));
    }

    [Fact]
    public void Nothing_comes_from_a_registry() =>
        Assert.All(BicepFile.All, file => Assert.DoesNotMatch(@"(?m)^module \w+ '[^']*:", file.Text));
}
