using PaperFunctions.Flow.Subscribers.Accounts;

namespace PaperFunctions.Tests.Flow.Subscribers.Accounts;

public class EmailAddressTests
{
    [Theory]
    [InlineData("reader@example.org", "reader@example.org")]
    [InlineData("  Reader@EXAMPLE.org\t", "Reader@example.org")]
    [InlineData("a.b+digest@mail.example.org", "a.b+digest@mail.example.org")]
    [InlineData("o'brien@example.org", "o'brien@example.org")]
    [InlineData("reader@bücher.example", "reader@xn--bcher-kva.example")]
    public void An_address_is_taken_in_one_form(string typed, string expected) => Assert.Equal(expected, EmailAddress.Normalise(typed));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("reader")]
    [InlineData("reader@")]
    [InlineData("@example.org")]
    [InlineData("reader@localhost")]
    [InlineData("a@b@example.org")]
    [InlineData("Reader <reader@example.org>")]
    [InlineData("reader@example.org, other@example.org")]
    [InlineData("reader@example.org\r\nBcc: all@example.org")]
    [InlineData("rea der@example.org")]
    [InlineData("reader@[127.0.0.1]")]
    [InlineData("jürgen@example.org")]
    [InlineData("re\u202Eader@example.org")]
    [InlineData("reader\u200B@example.org")]
    [InlineData("😀@example.org")]
    [InlineData("reader@example..org")]
    [InlineData("reader@.example.org")]
    [InlineData("reader@example.org.")]
    [InlineData("reader@-example.org")]
    [InlineData("\"quoted\"@example.org")]
    [InlineData("rea(comment)der@example.org")]
    public void What_is_no_single_plain_address_is_refused(string? typed) => Assert.Null(EmailAddress.Normalise(typed));

    [Fact]
    public void An_address_longer_than_mail_carries_is_refused() =>
        Assert.Null(EmailAddress.Normalise($"{new string('a', 60)}@{string.Join('.', Enumerable.Repeat(new string('b', 60), 4))}.org"));
}
