using System.Collections.Frozen;
using PaperFunctions.Formats.Shared.Ids;

namespace PaperFunctions.Formats.Shared.Evidence;

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
        "github.com", "github.io", "gitlab.com", "bitbucket.org", "huggingface.co", "hf.co", "shields.io", "badge.fury.io", "awesome.re",
        "youtube.com", "youtu.be", "bilibili.com", "twitter.com", "x.com",
        "linkedin.com", "facebook.com", "reddit.com", "discord.gg", "t.me", "slack.com", "kaggle.com", "colab.research.google.com",
        "pypi.org", "npmjs.com", "docs.google.com", "drive.google.com",
        "star-history.com", "wikipedia.org", "medium.com", "zhihu.com", "csdn.net", "weixin.qq.com", "coursera.org", "udemy.com",
        "modelscope.cn", "gitee.com", "substack.com", "creativecommons.org",
        "scholar.google.com", "alphaxiv.org", "plus.google.com",
    ];

    private static readonly FrozenSet<string> Buttons = FrozenSet.ToFrozenSet(
        ("paper papers pdf code arxiv project website page homepage webpage link links github gitlab video videos demo slides slide "
            + "poster blog post html abs openreview doi dataset datasets data model models official "
        + "pytorch tensorflow jax keras mxnet caffe matlab bib bibtex supp supplementary supplemental appendix weights youtube talk "
        + "twitter x colab hf huggingface repo repository source tweet alphaxiv abstract review reviews "
        + "cvf acl ieee acm springer bibkey star stars read more here url preprint publication published version full text "
        + "implementation unofficial checkpoint checkpoints model hub arvix thread announcement "
        + "back top note notes supplement media benchmark leaderboard proceedings elsevier sciencedirect nature science medium article "
        + "news wechat zhihu docs documentation view open download 论文 阅读论文 阅读原文 查看原文 原文 原文链接 论文链接 论文地址 全文 下载 代码 项目 主页 解读 数据集 视频").Split(
        ' '),
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

        return IsTool(url) ? LinkSign.Tool : !IsFrontPage(url) && PaperDetector.IsPaperSite(url) ? LinkSign.Paper : LinkSign.Web;
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

        return AreButtons(words) || (words.ContainsAnyInRange('0', '9') && ArxivIds.Parse(words.ToString()) is not null);
    }

    private static bool AreButtons(ReadOnlySpan<char> words)
    {
        var count = 0;
        foreach (var range in words.SplitAny(" -/_.,()+&"))
        {
            if (words[range] is { IsEmpty: false } part && (++count > 5 || !IsButtonWord(part)))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsButtonWord(ReadOnlySpan<char> word)
    {
        if (Buttons.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word) || (char.IsAsciiDigit(word[0]) && word.Length <= 4)
            || !word.ContainsAnyExceptInRange('0', '9'))
        {
            return true;
        }

        foreach (var c in word)
        {
            if (char.IsLetterOrDigit(c))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether the address is that of a whole site: a publisher's or a conference's front page is no paper.</summary>
    private static bool IsFrontPage(string url)
    {
        var host = url.AsSpan(url.IndexOf("//", StringComparison.Ordinal) + 2).TrimEnd('/');
        return !host.ContainsAny('/', '?', '#');
    }

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
