using System.Collections.Frozen;

namespace Colophon.Formats;

/// <summary>Every code a reader puts into a <see cref="Finding"/>. Codes are stable; ERRORS.md lists them with their texts.</summary>
public static class FindingCodes
{
    /// <summary>The time for reading one file was used up.</summary>
    public const string ReadTimeout = "read.timeout";

    /// <summary>The file has no bytes.</summary>
    public const string ZipEmpty = "zip.empty";

    /// <summary>The file is no ZIP archive: another kind of thing with this extension.</summary>
    public const string ZipNotAnArchive = "zip.not_an_archive";

    /// <summary>The archive begins like one and has no end.</summary>
    public const string ZipTruncated = "zip.truncated";

    /// <summary>The archive's directory cannot be read.</summary>
    public const string ZipDirectoryDamaged = "zip.directory_damaged";

    /// <summary>The archive's directory is larger than any honest one.</summary>
    public const string ZipDirectoryTooLarge = "zip.directory_too_large";

    /// <summary>The archive has more entries than are read.</summary>
    public const string ZipTooManyEntries = "zip.too_many_entries";

    /// <summary>An entry's data are cut off or not what its header says.</summary>
    public const string ZipEntryDamaged = "zip.entry_damaged";

    /// <summary>An entry is larger than is read of its kind.</summary>
    public const string ZipEntryTooLarge = "zip.entry_too_large";

    /// <summary>An entry inflates to many times its size: a decompression bomb.</summary>
    public const string ZipBomb = "zip.bomb";

    /// <summary>An entry is packed by a method that is not read.</summary>
    public const string ZipMethodUnsupported = "zip.method_unsupported";

    /// <summary>An entry needs a password.</summary>
    public const string ZipEncrypted = "zip.encrypted";

    /// <summary>The archive holds something else than a book: a comic, photographs, ...</summary>
    public const string EpubNotABook = "epub.not_a_book";

    /// <summary>META-INF/container.xml is missing.</summary>
    public const string EpubContainerMissing = "epub.container_missing";

    /// <summary>META-INF/container.xml is no XML or names no package document.</summary>
    public const string EpubContainerMalformed = "epub.container_malformed";

    /// <summary>The package document that container.xml names is not in the archive.</summary>
    public const string EpubPackageMissing = "epub.package_missing";

    /// <summary>The package document is not well-formed XML or no package.</summary>
    public const string EpubPackageMalformed = "epub.package_malformed";

    /// <summary>The package document uses entities of its own, which are never expanded.</summary>
    public const string EpubEntitiesRefused = "epub.entities_refused";

    /// <summary>The package document was not well-formed and was read after a repair.</summary>
    public const string EpubPackageRepaired = "epub.package_repaired";

    /// <summary>The texts are encrypted (DRM); only the metadata can be read.</summary>
    public const string EpubEncrypted = "epub.encrypted";

    /// <summary>Some resources are encrypted; the metadata and the texts are not.</summary>
    public const string EpubPartsEncrypted = "epub.parts_encrypted";

    /// <summary>The package has no title.</summary>
    public const string EpubTitleMissing = "epub.title_missing";

    /// <summary>A text was longer than is kept and was cut.</summary>
    public const string EpubTextCut = "epub.text_cut";

    /// <summary>A list was longer than is kept and was cut.</summary>
    public const string EpubListCut = "epub.list_cut";

    /// <summary>An ISBN has a wrong check digit and is kept as an identifier of type other.</summary>
    public const string EpubIsbnInvalid = "epub.isbn_invalid";

    /// <summary>The cover the package declares is not in the archive or cannot be read.</summary>
    public const string EpubCoverMissing = "epub.cover_missing";

    /// <summary>The cover the package declares is a vector graphic or a page without a picture, which are not used.</summary>
    public const string EpubCoverUnsupported = "epub.cover_unsupported";

    /// <summary>The table of contents cannot be read.</summary>
    public const string EpubContentsMalformed = "epub.contents_malformed";

    /// <summary>A sidecar is no JSON object in UTF-8.</summary>
    public const string SidecarMalformed = "sidecar.malformed";

    /// <summary>A sidecar is larger than is read.</summary>
    public const string SidecarTooLarge = "sidecar.too_large";

    /// <summary>A sidecar was written by a newer version; what is known of it was read.</summary>
    public const string SidecarNewer = "sidecar.newer";

    /// <summary>A value in a sidecar does not fit its field.</summary>
    public const string SidecarValueRefused = "sidecar.value_refused";

    /// <summary>A file beside a book cannot be read.</summary>
    public const string SidecarUnreadable = "sidecar.unreadable";

    /// <summary>A sidecar has more fields than are read.</summary>
    public const string SidecarListCut = "sidecar.list_cut";

    /// <summary>A package document beside a book cannot be read.</summary>
    public const string OpfMalformed = "opf.malformed";

    /// <summary>A package document beside a book is larger than is read.</summary>
    public const string OpfTooLarge = "opf.too_large";

    /// <summary>The NFO has no bytes, or only spaces.</summary>
    public const string NfoEmpty = "nfo.empty";

    /// <summary>The NFO is larger than is read.</summary>
    public const string NfoTooLarge = "nfo.too_large";

    /// <summary>The NFO is no text: another kind of thing with this extension.</summary>
    public const string NfoNotText = "nfo.not_text";

    /// <summary>The NFO has a DOCTYPE or defines entities, which are never expanded; only ids in it were looked for.</summary>
    public const string NfoDoctypeRefused = "nfo.doctype_refused";

    /// <summary>The root of the NFO is none of those of films, shows and music.</summary>
    public const string NfoRootUnknown = "nfo.root_unknown";

    /// <summary>The NFO is a text without an address that names a film, a show or music.</summary>
    public const string NfoOnlyText = "nfo.only_text";

    /// <summary>The NFO is not well-formed and was read all the same.</summary>
    public const string NfoRepaired = "nfo.repaired";

    /// <summary>A text of the NFO was longer than is kept and was cut.</summary>
    public const string NfoTextCut = "nfo.text_cut";

    /// <summary>The NFO has more roots, elements or entries of a list than are read, or nests them deeper.</summary>
    public const string NfoListCut = "nfo.list_cut";

    /// <summary>A program that reads PDF is not installed.</summary>
    public const string PdfToolMissing = "pdf.tool_missing";

    /// <summary>The file is no PDF or damaged beyond repair.</summary>
    public const string PdfDamaged = "pdf.damaged";

    /// <summary>A password is needed to open the file.</summary>
    public const string PdfEncrypted = "pdf.encrypted";

    /// <summary>The title is one that a program put there by itself.</summary>
    public const string PdfTitleJunk = "pdf.title_junk";

    /// <summary>The metadata stream cannot be read.</summary>
    public const string PdfXmpMalformed = "pdf.xmp_malformed";

    /// <summary>The outline cannot be read.</summary>
    public const string PdfOutlineMalformed = "pdf.outline_malformed";

    /// <summary>An ISBN has a wrong check digit.</summary>
    public const string PdfIsbnInvalid = "pdf.isbn_invalid";

    /// <summary>The comic's archive has no picture in it.</summary>
    public const string ComicPagesMissing = "comic.pages_missing";

    /// <summary>ComicInfo.xml, CoMet or ComicBookInfo cannot be taken out of the archive.</summary>
    public const string ComicInfoUnreadable = "comic.info_unreadable";

    /// <summary>ComicInfo.xml, CoMet or ComicBookInfo is not well-formed or something else.</summary>
    public const string ComicInfoMalformed = "comic.info_malformed";

    /// <summary>ComicInfo.xml or CoMet was not well-formed and was read after a repair.</summary>
    public const string ComicInfoRepaired = "comic.info_repaired";

    /// <summary>ComicInfo.xml or CoMet uses entities of its own, which are never expanded.</summary>
    public const string ComicInfoEntitiesRefused = "comic.info_entities_refused";

    /// <summary>A text of the comic's document was longer than is kept and was cut.</summary>
    public const string ComicTextCut = "comic.text_cut";

    /// <summary>The front cover that ComicInfo names is not there or cannot be read.</summary>
    public const string ComicCoverMissing = "comic.cover_missing";

    /// <summary>A GTIN looks like an ISBN, has a wrong check digit and is kept as an identifier of type other.</summary>
    public const string ComicGtinInvalid = "comic.gtin_invalid";

    /// <summary>The archive is of another kind than its name says, and is read as what it is.</summary>
    public const string ComicOtherContainer = "comic.other_container";

    /// <summary>The archive, or all that matters in it, needs a password.</summary>
    public const string ArchiveEncrypted = "archive.encrypted";

    /// <summary>The archive cannot be read, or only in part.</summary>
    public const string ArchiveDamaged = "archive.damaged";

    /// <summary>The library that reads RAR and 7-Zip is not installed.</summary>
    public const string ArchiveLibraryMissing = "archive.library_missing";

    /// <summary>The reader of RAR and 7-Zip crashed or took too long at this file.</summary>
    public const string ArchiveReaderFailed = "archive.reader_failed";

    /// <summary>The archive has more entries than are read.</summary>
    public const string ArchiveTooManyEntries = "archive.too_many_entries";

    /// <summary>The audio file has no bytes.</summary>
    public const string AudioEmpty = "audio.empty";

    /// <summary>The file is no audio of a kind that is read.</summary>
    public const string AudioNotAudio = "audio.not_audio";

    /// <summary>No audio stream was found; tags may have been.</summary>
    public const string AudioNoStream = "audio.no_stream";

    /// <summary>The audio is encrypted (DRM); only tags can be read.</summary>
    public const string AudioEncrypted = "audio.encrypted";

    /// <summary>The audio file ends before it should.</summary>
    public const string AudioTruncated = "audio.truncated";

    /// <summary>Tags are damaged; what could be read of them is kept.</summary>
    public const string AudioTagDamaged = "audio.tag_damaged";

    /// <summary>Chapter marks are damaged.</summary>
    public const string AudioChaptersDamaged = "audio.chapters_damaged";

    /// <summary>More tags or chapters than are kept.</summary>
    public const string AudioListCut = "audio.list_cut";

    /// <summary>The embedded picture is a link, packed, or of a kind that is not shown.</summary>
    public const string AudioPictureUnsupported = "audio.picture_unsupported";

    /// <summary>The embedded picture is not where it was when the file was read.</summary>
    public const string AudioPictureDamaged = "audio.picture_damaged";

    /// <summary>Tags cannot be written into a copy of this file.</summary>
    public const string AudioTagsUnwritable = "audio.tags_unwritable";

    /// <summary>The video file has no bytes.</summary>
    public const string VideoEmpty = "video.empty";

    /// <summary>The file is of a container that these readers do not know; a program of its own may read it.</summary>
    public const string VideoOtherContainer = "video.other_container";

    /// <summary>No stream was found; tags may have been.</summary>
    public const string VideoNoStream = "video.no_stream";

    /// <summary>A stream is encrypted (DRM); only facts about it can be read.</summary>
    public const string VideoEncrypted = "video.encrypted";

    /// <summary>The video file ends before it should.</summary>
    public const string VideoTruncated = "video.truncated";

    /// <summary>A part of the container is damaged; what could be read is kept.</summary>
    public const string VideoDamaged = "video.damaged";

    /// <summary>More streams, tags or chapters than are kept.</summary>
    public const string VideoListCut = "video.list_cut";

    /// <summary>An attached picture is of a kind that is not shown.</summary>
    public const string VideoPictureUnsupported = "video.picture_unsupported";

    /// <summary>What ffprobe reports of a file cannot be read.</summary>
    public const string VideoReportMalformed = "video.report_malformed";

    /// <summary>Two documents beside a film speak of different films.</summary>
    public const string NfoDisagrees = "nfo.disagrees";

    /// <summary>A document of another kind of thing than what it lies beside.</summary>
    public const string NfoOtherKind = "nfo.other_kind";

    /// <summary>A film whose name is an episode's.</summary>
    public const string NameOfEpisode = "name.of_episode";

    /// <summary>Several films in a folder that is named like one.</summary>
    public const string NameOfFolderShared = "name.of_folder_shared";

    /// <summary>An episode whose name does not say which one it is.</summary>
    public const string NameWithoutEpisode = "name.without_episode";

    /// <summary>The program that reads this container is not installed.</summary>
    public const string VideoToolMissing = "video.tool_missing";

    /// <summary>One line for every code, for people.</summary>
    public static IReadOnlyDictionary<string, string> Texts { get; } =
        new Dictionary<string, string>(StringComparer.Ordinal)
        {
            [ReadTimeout] = "Reading took too long and was stopped; what was read until then is kept.",
            [ZipEmpty] = "The file is empty. Copy it again from its source.",
            [ZipNotAnArchive] = "The file is no ZIP archive, whatever its name says.",
            [ZipTruncated] = "The archive is cut off. Copy it again from its source.",
            [ZipDirectoryDamaged] = "The archive's directory is damaged. Copy it again or repair it.",
            [ZipDirectoryTooLarge] = "The archive's directory is too large to be honest; it is not read.",
            [ZipTooManyEntries] = "The archive has too many entries; it is not read.",
            [ZipEntryDamaged] = "An entry of the archive is damaged.",
            [ZipEntryTooLarge] = "An entry of the archive is too large.",
            [ZipBomb] = "An entry of the archive inflates to many times its size; it is not read.",
            [ZipMethodUnsupported] = "An entry of the archive is packed by a method that is not supported.",
            [ZipEncrypted] = "The archive needs a password.",
            [EpubNotABook] = "The archive is no EPUB: it has neither container.xml nor a package document.",
            [EpubContainerMissing] =
                "META-INF/container.xml is missing, so nothing says which package document counts.",
            [EpubContainerMalformed] = "META-INF/container.xml cannot be read or names no package document.",
            [EpubPackageMissing] = "The package document that container.xml names is not in the archive.",
            [EpubPackageMalformed] = "The package document is not well-formed XML.",
            [EpubEntitiesRefused] = "The package document defines entities of its own; they are never expanded.",
            [EpubPackageRepaired] = "The package document has mistakes; it was read after a repair.",
            [EpubEncrypted] = "The book is encrypted (DRM). Only its metadata can be read.",
            [EpubPartsEncrypted] = "Parts of the book are encrypted.",
            [EpubTitleMissing] = "The book has no title of its own; the file's name is used.",
            [EpubTextCut] = "A text of the package document is too long and was cut.",
            [EpubListCut] = "A list of the package document is too long and was cut.",
            [EpubIsbnInvalid] = "An ISBN has a wrong check digit.",
            [EpubCoverMissing] = "The cover the book declares is not in the archive.",
            [EpubCoverUnsupported] = "The cover the book declares is no picture that can be shown.",
            [EpubContentsMalformed] = "The table of contents cannot be read.",
            [SidecarMalformed] = "The sidecar cannot be read: it must be a JSON object in UTF-8.",
            [SidecarTooLarge] = "The sidecar is larger than 8 MB and is not read.",
            [SidecarNewer] = "The sidecar was written by a newer version; what is known of it was read.",
            [SidecarValueRefused] = "A value in the sidecar does not fit its field and was left out.",
            [SidecarUnreadable] = "It cannot be read; check its permissions.",
            [SidecarListCut] = "The sidecar has more fields than are read.",
            [OpfMalformed] = "The OPF file beside the book cannot be read.",
            [OpfTooLarge] = "The OPF file beside the book is too large and is not read.",
            [NfoEmpty] = "The NFO is empty.",
            [NfoTooLarge] = "The NFO is too large and is not read.",
            [NfoNotText] = "The NFO is no text, whatever its name says.",
            [NfoDoctypeRefused] = "The NFO has a DOCTYPE or defines entities; only ids in it were looked for.",
            [NfoRootUnknown] = "The root of the NFO is none of those of films, shows and music.",
            [NfoOnlyText] = "The NFO is a text that names no film, show or music by an address.",
            [NfoRepaired] = "The NFO has mistakes; it was read all the same.",
            [NfoTextCut] = "A text of the NFO is too long and was cut.",
            [NfoListCut] = "The NFO has more elements than are read, or nests them too deep.",
            [PdfToolMissing] =
                "PDF files are read by poppler-utils, which is not installed. On Debian: apt install poppler-utils.",
            [PdfDamaged] = "The file is no PDF, or damaged beyond repair. Copy it again from its source.",
            [PdfEncrypted] = "The PDF needs a password.",
            [PdfTitleJunk] = "The PDF's title was put there by a program; the file's name is used.",
            [PdfXmpMalformed] = "The PDF's metadata stream cannot be read.",
            [PdfOutlineMalformed] = "The PDF's outline cannot be read.",
            [PdfIsbnInvalid] = "An ISBN in the PDF has a wrong check digit.",
            [ComicPagesMissing] = "The archive has no pages: no picture is in it.",
            [ComicInfoUnreadable] = "What the comic says about itself cannot be taken out of the archive.",
            [ComicInfoMalformed] = "What the comic says about itself is not well-formed; only its pages were read.",
            [ComicInfoRepaired] = "ComicInfo.xml has mistakes; it was read after a repair.",
            [ComicInfoEntitiesRefused] = "ComicInfo.xml defines entities of its own; they are never expanded.",
            [ComicTextCut] = "A text of the comic's document is too long and was cut.",
            [ComicCoverMissing] = "The front cover the comic names is not in the archive.",
            [ComicGtinInvalid] = "The GTIN looks like an ISBN and has a wrong check digit.",
            [ComicOtherContainer] = "The archive is of another kind than its name says; it is read as what it is.",
            [ArchiveEncrypted] = "The archive needs a password.",
            [ArchiveDamaged] = "The archive is damaged or cut off. Copy it again from its source.",
            [ArchiveLibraryMissing] = "RAR and 7-Zip archives need libarchive. On Debian: apt install libarchive13.",
            [ArchiveReaderFailed] = "Reading the archive crashed or took too long.",
            [ArchiveTooManyEntries] = "The archive has too many entries; it is not read.",
            [AudioEmpty] = "The file is empty. Copy it again from its source.",
            [AudioNotAudio] = "The file is no MP4, MP3, FLAC or Ogg, whatever its name says.",
            [AudioNoStream] = "The file holds no audio that could be found.",
            [AudioEncrypted] = "The audio is encrypted (DRM). Only its tags can be read.",
            [AudioTruncated] = "The file is cut off. Copy it again from its source.",
            [AudioTagDamaged] = "Some tags are damaged and were passed over.",
            [AudioChaptersDamaged] = "Some chapter marks are damaged and were passed over.",
            [AudioListCut] = "There are more tags or chapters than are kept.",
            [AudioPictureUnsupported] = "An embedded picture cannot be read or shown.",
            [AudioPictureDamaged] = "The embedded picture is not where it was when the file was read.",
            [AudioTagsUnwritable] = "Tags cannot be written into a copy of this file.",
            [VideoEmpty] = "The file is empty. Copy it again from its source.",
            [VideoOtherContainer] = "The file is no Matroska, WebM, MP4 or QuickTime, whatever its name says.",
            [VideoNoStream] = "The file holds no video, audio or subtitles that could be found.",
            [VideoEncrypted] = "A stream is encrypted (DRM). Only facts about it can be read.",
            [VideoTruncated] = "The file is cut off. Copy it again from its source.",
            [VideoDamaged] = "A part of the file is damaged and was passed over.",
            [VideoListCut] = "There are more streams, tags or chapters than are kept.",
            [VideoPictureUnsupported] = "An attached picture cannot be read or shown.",
            [VideoReportMalformed] = "What ffprobe reports of the file cannot be read.",
            [NfoDisagrees] = "Another NFO beside it speaks of something else.",
            [NfoOtherKind] = "The NFO is of another kind of thing than what it lies beside.",
            [NameOfEpisode] =
                "Its name is that of an episode, and this is a library of films. Move it to a library of shows.",
            [NameOfFolderShared] =
                "Its folder is named like one film and holds several; each was taken for itself. Give each a folder of its own.",
            [NameWithoutEpisode] =
                "Its name does not say which episode it is. Name it like “Show - S01E02.mkv”, or say it in an NFO.",
            [VideoToolMissing] =
                "This container is read by ffprobe, which is not installed. On Debian: apt install ffmpeg.",
        }.ToFrozenDictionary(StringComparer.Ordinal);
}
