using Colophon.Formats.Pictures;
using Colophon.Jobs;
using Colophon.Server.Platform.Native;
using Microsoft.Win32.SafeHandles;

namespace Colophon.Server.Artwork;

/// <summary>A picture inside an archive that only the probe child can open.</summary>
internal static class TakenOutPicture
{
    /// <summary>Null: the spool has it all.</summary>
    public static async Task<JobOutcome?> CopyAsync(
        ForeignArchives archives,
        SafeFileHandle archive,
        string path,
        EmbeddedPicture picture,
        PictureSpool spool,
        CancellationToken cancellationToken
    )
    {
        try
        {
            var (taken, answer) = await archives.TakeOutAsync(
                archive,
                picture.Entry,
                PictureSpool.Limit,
                cancellationToken
            );
            using (taken)
            {
                if (taken is null)
                    return Refused(answer, path);
                await using var file = archives.OpenTaken(taken.Path);
                return PictureSource.Copy(file.SafeFileHandle, path, embedded: null, spool, cancellationToken);
            }
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            throw new CacheUnwritableException(path, refused);
        }
    }

    private static JobOutcome Refused(ProbeAnswer answer, string path) =>
        answer.Code switch
        {
            ProbeCodes.TooLarge => PictureSource.TooLarge(path),
            ProbeCodes.Unreadable or ProbeCodes.Missing => JobOutcome.Dead(
                new JobError(AssetErrorCodes.NotAPicture, $"The picture in {path} cannot be read: {answer.Message}")
            ),
            _ => PictureSource.Again(
                AssetErrorCodes.SourceUnreadable,
                $"The picture in {path} was not taken out: {answer.Message}"
            ),
        };
}
