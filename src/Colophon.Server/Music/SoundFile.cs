using Colophon.Formats;
using Colophon.Formats.Audio;
using Colophon.Formats.Media;
using Colophon.Formats.Pictures;
using Colophon.Formats.Video;
using Colophon.Server.Catalog;
using Colophon.Server.Platform.Files;
using Colophon.Server.Scanning;
using Colophon.Server.Video;
using Microsoft.Win32.SafeHandles;

namespace Colophon.Server.Music;

/// <summary>One file of music after it was read. A file that cannot be read has no tags and makes its track by its path.</summary>
internal sealed record SoundFile(FolderEntry Entry, string RelativePath, FileTrouble? Trouble)
{
    private IReadOnlyList<Finding> Findings { get; init; } = [];

    private MediaFacts Facts { get; init; } = MediaFacts.None;

    private long QuickHash { get; init; }

    public AudioTags Tags { get; private init; } = AudioTags.None;

    public IReadOnlyList<MediaChapter> Chapters { get; private init; } = [];

    public EmbeddedPicture? Cover { get; private init; }

    /// <summary>The same for the same cover, wherever it lies in its file; null without one.</summary>
    public CoverMark? Mark { get; private init; }

    /// <summary>Null for a file that is gone by now.</summary>
    public static SoundFile? Read(UnitToRead unit, FolderEntry entry, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var path = unit.PathOf(entry);
        var opened = UnitFile.Open(unit, entry, handle => Content(unit, handle, cancellationToken));
        if (opened.Content is { } content)
            return content.ToFile(entry, path, opened.QuickHash, unit.Root.Absolute(path));
        return opened.Trouble is { Code: ScanErrorCodes.PathVanished }
            ? null
            : new SoundFile(entry, path, opened.Trouble)
            {
                Findings = [new Finding(opened.Trouble!.Code, FindingSeverity.Fatal, opened.Trouble.Message)],
            };
    }

    public FileRead ToRead(IReadOnlyList<DocumentRead> documents) =>
        UnitFile.Read(RelativePath, Entry, FormatOf(Entry.Name), QuickHash, documents, Findings, Facts);

    /// <summary>Containers that are no audio's (Matroska, WAV, WMA, ...) are read as those of videos are.</summary>
    private static SoundContent Content(UnitToRead unit, SafeFileHandle handle, CancellationToken cancellationToken)
    {
        var reading = AudioReader.Read(handle, cancellationToken);
        if (reading.Fatal?.Code != FindingCodes.AudioNotAudio)
            return SoundContent.Of(reading) with
            {
                Mark = reading.Value?.Cover is { } cover ? CoverMark.Of(handle, cover) : null,
            };
        return unit.Scope.Depth.HasFlag(UnitDepth.Streams)
            ? SoundContent.Of(VideoFacts.Read(handle, cancellationToken))
            : new SoundContent(AudioTags.None, MediaFacts.None, [], null, []);
    }

    private static string FormatOf(string name) => Path.GetExtension(name).TrimStart('.').ToLowerInvariant();

    private sealed record SoundContent(
        AudioTags Tags,
        MediaFacts Facts,
        IReadOnlyList<MediaChapter> Chapters,
        EmbeddedPicture? Cover,
        IReadOnlyList<Finding> Findings
    )
    {
        public CoverMark? Mark { get; init; }

        public static SoundContent Of(Reading<AudioFile> reading) =>
            reading.Value is { } audio
                ? new(
                    audio.Tags,
                    FactsOf(audio.Stream.DurationSeconds, audio.Streams, audio.Tags),
                    audio.Chapters,
                    audio.Cover,
                    reading.Findings
                )
                : new(AudioTags.None, MediaFacts.None, [], null, reading.Findings);

        public static SoundContent Of(Reading<VideoFile> reading)
        {
            if (reading.Value is not { } file)
                return new(AudioTags.None, MediaFacts.None, [], null, reading.Findings);
            var tags = AudioTags.Of(file.Tags.All);
            return new(
                tags,
                FactsOf(file.DurationSeconds, file.Streams, tags),
                file.Chapters,
                file.Pictures.Count > 0 ? file.Pictures[0] : null,
                reading.Findings
            );
        }

        public SoundFile ToFile(FolderEntry entry, string path, long quickHash, string absolute)
        {
            var fatal = Findings.FirstOrDefault(finding => finding.Severity == FindingSeverity.Fatal);
            var trouble = fatal is null
                ? null
                : new FileTrouble(
                    absolute,
                    fatal.Code,
                    $"{FileTrouble.FailedToParse} {FormatOf(entry.Name).ToUpperInvariant()}: {fatal.Message}"
                );
            return new SoundFile(entry, path, trouble)
            {
                QuickHash = quickHash,
                Tags = Tags,
                Facts = Facts,
                Chapters = Chapters,
                Cover = Cover,
                Mark = Mark,
                Findings = Findings,
            };
        }

        private static MediaFacts FactsOf(double? seconds, IReadOnlyList<MediaStream> streams, AudioTags tags) =>
            new(seconds, PageCount: null)
            {
                Disc = tags.Disc,
                Track = tags.Track,
                Streams = streams,
            };
    }
}
