using System.Buffers;
using Colophon.Formats;
using Colophon.Formats.Audio;
using Colophon.Formats.Pictures;
using Colophon.Jobs;
using Colophon.Server.Platform.Files;
using Colophon.Server.Platform.Native;
using Microsoft.Win32.SafeHandles;

namespace Colophon.Server.Artwork;

/// <summary>Takes a picture out of where it comes from: a file of its own, or a place inside an archive.</summary>
internal static class PictureSource
{
    // A browser that is given more than this stands still, and so does whoever makes a thumbnail of it.
    private const long MostPixels = 250_000_000;
    private const int ReadLength = 64 * 1024;

    /// <summary>Opens the file; only what lies in the folders that may be read at all.</summary>
    public static (SafeFileHandle? File, JobOutcome? Failure) Open(IReadOnlyList<string> roots, string path)
    {
        try
        {
            return (RealPath.OpenInside(roots, path), null);
        }
        catch (Exception gone) when (gone is FileNotFoundException or DirectoryNotFoundException)
        {
            return (null, Again(AssetErrorCodes.SourceMissing, $"{path} is not there."));
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            return (null, Again(AssetErrorCodes.SourceUnreadable, refused.Message));
        }
    }

    /// <summary>How long the picture says it is.</summary>
    public static long ExpectedLength(SafeFileHandle file, EmbeddedPicture? embedded) =>
        embedded?.Size ?? RandomAccess.GetLength(file);

    /// <summary>Reads the picture once, from beginning to end. Null: the spool has it all.</summary>
    public static JobOutcome? Copy(
        SafeFileHandle file,
        string path,
        EmbeddedPicture? embedded,
        PictureSpool spool,
        CancellationToken cancellationToken
    )
    {
        try
        {
            if (embedded is null)
                CopyFile(file, spool, cancellationToken);
            else if (PdfPicture.IsOne(embedded))
                return Draw(file, path, spool, cancellationToken);
            else if (AudioPictures.Copy(file, embedded, spool, PictureSpool.Limit, cancellationToken) is { } finding)
                return OfFinding(finding, path);
            return null;
        }
        catch (PictureTooLargeException)
        {
            return TooLarge(path);
        }
        catch (IOException broken)
        {
            return Again(AssetErrorCodes.SourceUnreadable, $"{path} cannot be read: {broken.Message}");
        }
    }

    /// <summary>What the bytes are, told by content; a failure for all that is no picture.</summary>
    public static (PictureFacts? Facts, JobOutcome? Failure) Look(PictureSpool spool, string path)
    {
        var facts = PictureFacts.Sniff(spool.Head);
        if (facts is not { Width: { } width, Height: { } height })
            return (null, NotAPicture(path));
        return (long)width * height > MostPixels ? (null, TooLarge(path)) : (facts, null);
    }

    private static void CopyFile(SafeFileHandle file, PictureSpool spool, CancellationToken cancellationToken)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(ReadLength);
        try
        {
            int read;
            while ((read = RandomAccess.Read(file, buffer, spool.Length)) > 0)
            {
                cancellationToken.ThrowIfCancellationRequested();
                spool.Write(buffer.AsSpan(0, read));
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private static JobOutcome? Draw(
        SafeFileHandle file,
        string path,
        PictureSpool spool,
        CancellationToken cancellationToken
    ) =>
        PdfPicture.Copy(
            $"/proc/{Environment.ProcessId}/fd/{file.DangerousGetHandle()}",
            spool,
            cancellationToken
        ) switch
        {
            ToolEnd.Ended => null,
            ToolEnd.Missing => JobOutcome.Dead(
                new JobError(
                    AssetErrorCodes.ToolMissing,
                    "The first page of a PDF is drawn by pdftoppm, which is not installed. On Debian: apt install poppler-utils."
                )
            ),
            _ => JobOutcome.Dead(
                new JobError(AssetErrorCodes.NotAPicture, $"Drawing the first page of {path} took too long.")
            ),
        };

    private static JobOutcome OfFinding(Finding finding, string path) =>
        finding.Code == FindingCodes.ZipEntryTooLarge
            ? TooLarge(path)
            : JobOutcome.Dead(
                new JobError(AssetErrorCodes.NotAPicture, $"The picture in {path} cannot be read: {finding.Message}")
            );

    public static JobOutcome NotAPicture(string path) =>
        JobOutcome.Dead(
            new JobError(
                AssetErrorCodes.NotAPicture,
                $"{path} holds no JPEG, PNG, GIF, WebP or AVIF picture where one was expected."
            )
        );

    public static JobOutcome TooLarge(string path) =>
        JobOutcome.Dead(
            new JobError(
                AssetErrorCodes.TooLarge,
                $"What {path} holds is larger than 50 MB or {MostPixels / 1_000_000} million pixels."
            )
        );

    public static JobOutcome Again(string code, string message) => JobOutcome.Retry(new JobError(code, message));
}
