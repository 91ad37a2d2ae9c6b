using Colophon.Formats.Media;
using Colophon.Formats.Pictures;
using Colophon.Formats.Text;

namespace Colophon.Formats.Video.Matroska;

/// <summary>Attached files that are pictures (RFC 9559, 5.1.6); they stay where they lie. Fonts and the like are passed over.</summary>
internal static class MatroskaAttachments
{
    private const int NameLimit = 255;
    private const int SniffLength = 64;

    public static void Read(Ebml ebml, EbmlElement attachments, MediaDraft draft)
    {
        foreach (EbmlElement file in ebml.Children(attachments))
        {
            if (file.Id == MatroskaIds.AttachedFile)
            {
                Take(ebml, file, draft);
            }
        }
    }

    private static void Take(Ebml ebml, EbmlElement file, MediaDraft draft)
    {
        (string name, string type) = ("", "");
        EbmlElement? data = null;
        foreach (EbmlElement element in ebml.Children(file))
        {
            switch (element.Id)
            {
                case MatroskaIds.FileName:
                    name = CleanText.Line(ebml.Text(element), NameLimit);
                    break;
                case MatroskaIds.FileMediaType:
                    type = ebml.Text(element);
                    break;
                case MatroskaIds.FileData:
                    data = element;
                    break;
            }
        }

        if (data is not { Length: > 0 } content || !type.StartsWith("image/", StringComparison.OrdinalIgnoreCase))
        {
            return;
        }

        if (!content.IsCut && PictureFacts.Sniff(ebml.Bytes.Peek(content.Start, SniffLength)) is not null)
        {
            draft.AddPicture(
                new EmbeddedPicture(name, content.Start, content.Length, content.Length, PictureMethods.Stored)
            );
        }
        else
        {
            draft.Findings.Warn(FindingCodes.VideoPictureUnsupported, name);
        }
    }
}
