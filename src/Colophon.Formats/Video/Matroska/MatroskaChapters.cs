using Colophon.Formats.Media;

namespace Colophon.Formats.Video.Matroska;

/// <summary>
/// Chapters (RFC 9559, 5.1.7) of the edition that counts: the one marked as the default, else the first that is not hidden.
/// Chapters inside chapters are left out, as players show one level.
/// </summary>
internal static class MatroskaChapters
{
    private const double Millisecond = 1e6;
    private const int EditionLimit = 100;

    public static void Read(Ebml ebml, EbmlElement chapters, MediaDraft draft)
    {
        EbmlElement? chosen = null;
        int best = -1;
        IEnumerable<EbmlElement> editions = ebml.Children(chapters)
            .Where(element => element.Id == MatroskaIds.EditionEntry);
        foreach (EbmlElement edition in editions.Take(EditionLimit))
        {
            int worth = Worth(ebml, edition);
            (chosen, best) = worth > best ? (edition, worth) : (chosen, best);
        }

        if (chosen is not { } found)
        {
            return;
        }

        foreach (EbmlElement atom in ebml.Children(found))
        {
            if (atom.Id == MatroskaIds.ChapterAtom && !Add(ebml, atom, draft))
            {
                return;
            }
        }
    }

    private static int Worth(Ebml ebml, EbmlElement edition)
    {
        int worth = 1;
        foreach (EbmlElement element in ebml.Children(edition))
        {
            if (element.Id == MatroskaIds.ChapterAtom)
            {
                break; // the flags stand before what may be thousands
            }

            worth += element.Id == MatroskaIds.EditionFlagDefault && ebml.Flag(element) ? 2 : 0;
            worth -= element.Id == MatroskaIds.EditionFlagHidden && ebml.Flag(element) ? 1 : 0;
        }

        return worth;
    }

    private static bool Add(Ebml ebml, EbmlElement atom, MediaDraft draft)
    {
        (double start, double? end, string? title, bool isHidden) = (0, null, null, false);
        foreach (EbmlElement element in ebml.Children(atom))
        {
            switch (element.Id)
            {
                case MatroskaIds.ChapterTimeStart:
                    start = ebml.UInt(element) / Millisecond;
                    break;
                case MatroskaIds.ChapterTimeEnd:
                    end = ebml.UInt(element) / Millisecond;
                    break;
                case MatroskaIds.ChapterFlagHidden:
                    isHidden = ebml.Flag(element);
                    break;
                case MatroskaIds.ChapterDisplay:
                    title ??= ebml.Children(element)
                        .Where(part => part.Id == MatroskaIds.ChapString)
                        .Select(ebml.Text)
                        .FirstOrDefault();
                    break;
            }
        }

        return isHidden || draft.AddChapter(title, start, end);
    }
}
