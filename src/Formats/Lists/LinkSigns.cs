using System.Collections.Frozen;
using PaperFunctions.Formats.Ids;
using PaperFunctions.Formats.Detection;

namespace PaperFunctions.Formats.Lists;

internal enum LinkSign
{
    /// <summary>No address of the web.</summary>
    None,

    /// <summary>Programs, models, badges, videos and social networks: beside a paper they are its, alone they are none.</summary>
    Tool,

    /// <summary>Any other page.</summary>
    Web,

    /// <summary>A paper: an id, a publisher or a PDF.</summary>
    Paper,
}

/// <summary>What a link says of the line that it stands on.</summary>
internal static class LinkSigns
{
    private static readonly string[] Tools =
    [
        "github.com", "github.io", "gitlab.com", "bitbucket.org", "huggingface.co", "hf.co", "shields.io", "badge.fury.io", "awesome.re", "youtube.com", "youtu.be", "bilibili.com", "twitter.com", "x.com",
        "linkedin.com", "facebook.com", "reddit.com", "discord.gg", "t.me", "slack.com", "kaggle.com", "colab.research.google.com", "pypi.org", "npmjs.com", "docs.google.com", "drive.google.com",
        "star-history.com", "wikipedia.org", "medium.com", "zhihu.com", "csdn.net", "weixin.qq.com", "coursera.org", "udemy.com", "modelscope.cn", "gitee.com", "substack.com", "creativecommons.org",
        "scholar.google.com", "alphaxiv.org",
    ];

    private static readonly FrozenSet<string> Buttons = FrozenSet.ToFrozenSet(
        ("paper papers pdf code arxiv project website page homepage webpage link links github gitlab video videos demo slides slide poster blog post html abs openreview doi dataset datasets data model models official "
        + "pytorch tensorflow jax keras mxnet caffe matlab bib bibtex supp supplementary supplemental appendix weights youtube talk twitter x colab hf huggingface repo repository source tweet alphaxiv abstract review reviews "
        + "cvf acl ieee acm springer bibkey star stars read more here url preprint publication published version full text implementation unofficial checkpoint checkpoints model hub arvix thread announcement "
        + "back top note notes supplement media benchmark leaderboard proceedings elsevier sciencedirect nature science medium article news wechat zhihu 论文 代码 项目 主页 解读 数据集 视频").Split(' '),
        StringComparer.OrdinalIgnoreCase);

    public static LinkSign Of(string url)
    {
        if (IsPdf(url) || default(KnownIds).WithLink(url) != default)
        {
            return LinkSign.Paper;
        }

        if (!url.StartsWith("http", StringComparison.OrdinalIgnoreCase))
        {
            return LinkSign.None;
        }

        return IsTool(url) ? LinkSign.Tool : PaperDetector.IsPaperSite(url) ? LinkSign.Paper : LinkSign.Web;
    }

    /// <summary>The strongest of a line's links.</summary>
    public static LinkSign Of(MarkdownLine line)
    {
        var best = LinkSign.None;
        foreach (var link in line.Links)
        {
            best = best == LinkSign.Paper ? best : (LinkSign)Math.Max((int)best, (int)Of(link.Url));
        }

        return best;
    }

    /// <summary>Whether words are those of a button: "pdf", "Project Page", "[code]", an id or an address.</summary>
    public static bool IsButton(ReadOnlySpan<char> words)
    {
        words = words.Trim(" []()【】|:：*_");
        if (words.IsEmpty || words.StartsWith("http", StringComparison.OrdinalIgnoreCase))
        {
            return true;
        }

        if (words.Length > 40)
        {
            return false;
        }

        var all = words.ToString();
        return ArxivIds.Parse(all) is not null || all.Split([' ', '-', '/', '_', '.', ',', '(', ')', '+', '&'], StringSplitOptions.RemoveEmptyEntries) is var parts
            && parts.Length <= 5 && Array.TrueForAll(parts, part => Buttons.Contains(part) || (char.IsAsciiDigit(part[0]) && part.Length <= 4) || !part.AsSpan().ContainsAnyExceptInRange('0', '9') || !part.Any(char.IsLetterOrDigit));
    }

    public static bool IsButton(MarkdownLine line, LineLink link) =>
        link.Bracketed || IsButton(line.Text.AsSpan(link.Start, link.End - link.Start));

    private static bool IsPdf(string url)
    {
        var end = url.AsSpan().IndexOfAny('?', '#');
        var path = end < 0 ? url.AsSpan() : url.AsSpan(0, end);
        return path.EndsWith(".pdf", StringComparison.OrdinalIgnoreCase);
    }

    private static bool IsTool(string url)
    {
        var host = url.AsSpan(url.IndexOf("//", StringComparison.Ordinal) + 2);
        var end = host.IndexOfAny("/?#");
        host = end < 0 ? host : host[..end];
        foreach (var tool in Tools)
        {
            if (host.EndsWith(tool, StringComparison.OrdinalIgnoreCase) && (host.Length == tool.Length || host[^(tool.Length + 1)] == '.'))
            {
                return true;
            }
        }

        return false;
    }
}
