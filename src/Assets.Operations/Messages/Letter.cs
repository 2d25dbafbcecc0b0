using System.Net;
using System.Text;

namespace Assets.Operations.Messages;

/// <summary>What one mail tells, before it is written out: its kind and what goes into the text.</summary>
internal sealed record MailContent(string Kind, IReadOnlyDictionary<string, string?> Values);

/// <summary>A mail written out in the reader's language, as plain text and as simple HTML that says the same.</summary>
/// <param name="Subject">One line, whatever its values held.</param>
internal sealed record Letter(string Subject, string Text, string Html)
{
    private const string LinkStyle = "display:inline-block;padding:10px 18px;background:#1d4f91;color:#ffffff;text-decoration:none;border-radius:6px";
    private const int LongestSubject = 150;

    /// <param name="root">Where the installation is reached; none: the mail has no links.</param>
    public static Letter Write(IReadOnlyList<MailContent> contents, string language, string reader, string? root)
    {
        var texts = MailTexts.In(language);
        var text = new StringBuilder();
        var html = new StringBuilder();
        var person = Values(("reader", reader), ("count", contents.Count.ToString(System.Globalization.CultureInfo.InvariantCulture)));
        Paragraph(text, html, texts.Fill("frame.greeting", person));
        if (contents.Count > 1) Paragraph(text, html, texts.Fill("frame.digest", person));
        foreach (var content in contents) Part(text, html, texts, content, root, isAlone: contents.Count == 1);
        Paragraph(text, html, texts.Fill("frame.end", person), "color:#5b6573;font-size:13px");
        var subject = contents.Count == 1 ? texts.Fill(contents[0].Kind + ".subject", contents[0].Values) : texts.Fill("frame.digest.subject", person);
        return new Letter(OneLine(subject), text.ToString(), Page(html, texts.Language, OneLine(subject)));
    }

    private static void Part(StringBuilder text, StringBuilder html, MailTexts texts, MailContent content, string? root, bool isAlone)
    {
        if (!isAlone)
        {
            var heading = OneLine(texts.Fill(content.Kind + ".subject", content.Values));
            text.Append("* ").AppendLine(heading).AppendLine();
            html.Append("<h2 style=\"font-size:16px;margin:24px 0 8px\">").Append(WebUtility.HtmlEncode(heading)).AppendLine("</h2>");
        }
        Paragraph(text, html, texts.Fill(content.Kind + ".text", content.Values));
        if (!string.IsNullOrWhiteSpace(content.Values.GetValueOrDefault("text")))
            Paragraph(text, html, texts.Fill(texts.Has(content.Kind + ".note") ? content.Kind + ".note" : "frame.note", content.Values));
        if (root is null || content.Values.GetValueOrDefault("address") is not { } page) return;
        var link = texts.Fill(texts.Has(content.Kind + ".link") ? content.Kind + ".link" : "frame.link", content.Values);
        text.Append(link).AppendLine(":").AppendLine(root + page).AppendLine();
        html.Append("<p style=\"margin:20px 0\"><a style=\"").Append(LinkStyle).Append("\" href=\"").Append(WebUtility.HtmlEncode(root + page)).Append("\">")
            .Append(WebUtility.HtmlEncode(link)).AppendLine("</a></p>");
    }

    private static void Paragraph(StringBuilder text, StringBuilder html, string words, string? style = null)
    {
        text.AppendLine(words).AppendLine();
        html.Append(style is null ? "<p>" : $"<p style=\"{style}\">").Append(WebUtility.HtmlEncode(words).Replace("\n", "<br>", StringComparison.Ordinal)).AppendLine("</p>");
    }

    private static string Page(StringBuilder body, string language, string title) => $"""
        <!DOCTYPE html>
        <html lang="{language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>{WebUtility.HtmlEncode(title)}</title></head>
        <body style="margin:0;padding:24px;font-family:Segoe UI,Helvetica,Arial,sans-serif;font-size:15px;line-height:1.5;color:#1b2430;background:#ffffff"><div style="max-width:600px">
        {body}</div></body></html>
        """;

    // A line break in a name would begin a header of its own.
    private static string OneLine(string words)
    {
        var line = string.Join(' ', new string([.. words.Select(sign => char.IsControl(sign) || sign is '\u2028' or '\u2029' ? ' ' : sign)]).Split(' ', StringSplitOptions.RemoveEmptyEntries));
        return line.Length <= LongestSubject ? line : line[..(LongestSubject - 1)].TrimEnd('\uD83C', '\uD83D', '\uD83E') + "…";
    }

    private static Dictionary<string, string?> Values(params ReadOnlySpan<(string Name, string Value)> values)
    {
        var all = new Dictionary<string, string?>(StringComparer.Ordinal);
        foreach (var (name, value) in values) all[name] = value;
        return all;
    }
}
