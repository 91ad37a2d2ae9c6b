using System.Text;
using Colophon.Formats.Text;
using Colophon.Formats.Xml;

namespace Colophon.Formats.Nfo;

/// <summary>
/// Reads the XML files that Kodi, Jellyfin, Emby, MediaElch, tinyMediaManager and others put beside films, shows and music:
/// one root or several, text with addresses behind them, or only such text. What careless programs write is read and named
/// in a finding. A document with a DOCTYPE is refused; ids are looked for in its text. Nothing outside is opened.
/// </summary>
public static class NfoReader
{
    /// <summary>Bytes of the largest file that is read; those of shows with hundreds of pictures have 100 kB.</summary>
    public const int SizeLimit = 8 * 1024 * 1024;

    /// <summary>Reads the whole file. Never throws; a cancelled token gives <see cref="FindingCodes.ReadTimeout"/>.</summary>
    /// <returns>With a fatal finding when the file is empty, too large, no text, or has a DOCTYPE; ids are kept of the last.</returns>
    public static Reading<NfoDocument> Read(ReadOnlySpan<byte> file, CancellationToken cancellationToken)
    {
        var findings = new FindingList();
        if (file.Length > SizeLimit)
        {
            findings.Fail(FindingCodes.NfoTooLarge);
            return findings.With<NfoDocument>(null);
        }

        try
        {
            return findings.With(Parse(NfoText.Decode(file), findings, cancellationToken));
        }
        catch (OperationCanceledException)
        {
            findings.Fail(FindingCodes.ReadTimeout);
            return findings.With<NfoDocument>(null);
        }
    }

    private static NfoDocument? Parse(string text, FindingList findings, CancellationToken cancellationToken)
    {
        if (NfoText.IsBlank(text))
        {
            findings.Fail(FindingCodes.NfoEmpty);
            return null;
        }

        LooseDocument document = LooseXml.Parse(text, cancellationToken);
        if (document.HasDoctype)
        {
            findings.Fail(FindingCodes.NfoDoctypeRefused);
            return new NfoDocument([], NfoLinks.InRefused(text));
        }

        var roots = NfoRoots.Of(document);
        if (roots.Count == 0)
        {
            return WithoutRoot(document, findings);
        }

        foreach (string mistake in document.Mistakes)
        {
            findings.Warn(FindingCodes.NfoRepaired, mistake);
        }

        if (document.IsCut || roots.Count == NfoRoots.Limit)
        {
            findings.Warn(FindingCodes.NfoListCut);
        }

        var items = new List<NfoItem>(roots.Count);
        foreach ((LooseElement element, NfoKind kind) in roots)
        {
            cancellationToken.ThrowIfCancellationRequested();
            items.Add(NfoItemReader.Read(kind, new NfoElements(document, element.Elements, findings)));
        }

        return new NfoDocument(items, NfoLinks.In(Outside(document)));
    }

    /// <summary>A file of addresses is as good as one of elements; of others it is told what they are.</summary>
    private static NfoDocument? WithoutRoot(LooseDocument document, FindingList findings)
    {
        string? root = document.Top.Elements.FirstOrDefault()?.Name;
        if (root is null && NfoText.IsBinary(document.Text))
        {
            findings.Fail(FindingCodes.NfoNotText);
            return null;
        }

        IReadOnlyList<NfoLink> links = NfoLinks.In(document.Text);
        if (root is not null)
        {
            findings.Warn(FindingCodes.NfoRootUnknown, CleanText.LineOrNull(root, 100));
        }
        else if (links.Count == 0)
        {
            findings.Warn(FindingCodes.NfoOnlyText);
        }

        return new NfoDocument([], links);
    }

    private static string Outside(LooseDocument document)
    {
        var outside = new StringBuilder();
        foreach (LooseNode node in document.Top.Nodes)
        {
            if (node.Kind == LooseKind.Text)
            {
                outside.Append(document.Text, node.Start, node.End - node.Start).Append('\n');
            }
        }

        return outside.ToString();
    }
}
