using System.Text;
using PaperFunctions.Flow.Sources;

namespace PaperFunctions.Tests.Flow.Sources;

public sealed class EmptyAnswerTests
{
    [Theory]
    [InlineData("""<?xml version="1.0"?><rss version="2.0"><channel><title>cs.LG</title><skipDays><day>Sunday</day></skipDays></channel></rss>""")]
    [InlineData("""<feed xmlns="http://www.w3.org/2005/Atom"><title>Query</title><id>x</id></feed>""")]
    [InlineData("""<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"><channel/></rdf:RDF>""")]
    [InlineData("[]")]
    [InlineData("""{"version":"https://jsonfeed.org/version/1.1","title":"Reefs","items":[],"authors":[{"name":"Ada Reef"}]}""")]
    [InlineData("""{"total":0,"data":[]}""")]
    public void A_list_without_entries_is_nothing_new(string body) => Assert.True(EmptyAnswer.Is(Encoding.UTF8.GetBytes(body)));

    [Theory]
    [InlineData("""<rss version="2.0"><channel><item><title>Kelp</title></item></channel></rss>""")]
    [InlineData("""<feed xmlns="http://www.w3.org/2005/Atom"><entry/></feed>""")]
    [InlineData("""<rss version="2.0"><channel><title>Cut short""")]
    [InlineData("<html><body>No papers today</body></html>")]
    [InlineData("""[{"title":"Kelp"}]""")]
    [InlineData("""{"items":[],"results":[{"title":"Kelp"}]}""")]
    [InlineData("""{"error":"Too many requests"}""")]
    [InlineData("[")]
    [InlineData("No papers today.")]
    public void Anything_else_is_a_digest_to_be_read(string body) => Assert.False(EmptyAnswer.Is(Encoding.UTF8.GetBytes(body)));
}
