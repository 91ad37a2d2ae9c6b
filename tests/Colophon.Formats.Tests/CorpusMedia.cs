using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using Colophon.Formats.Audio;
using Colophon.Formats.Media;
using Colophon.Formats.Pictures;
using Microsoft.Win32.SafeHandles;

namespace Colophon.Formats.Tests;

/// <summary>Compares what audio and video files share with what the corpus expects; what differs is told.</summary>
internal static class CorpusMedia
{
    public static bool IsTrue(JsonElement expected, string name) =>
        expected.TryGetProperty(name, out JsonElement value) && value.GetBoolean();

    public static string Plain(string text) =>
        string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    public static IEnumerable<string> Duration(double wanted, double? actual)
    {
        double difference = Math.Abs(wanted - (actual ?? 0));
        if (difference > 0.15 && difference > wanted * 0.02)
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"duration: {actual}, expected {wanted}");
        }
    }

    public static IEnumerable<string> Chapters(JsonElement expected, IReadOnlyList<MediaChapter> actual)
    {
        if (!expected.TryGetProperty("count", out JsonElement count))
        {
            yield break;
        }

        if (count.GetInt32() != actual.Count)
        {
            yield return $"chapters: {actual.Count}, expected {count}";
            yield break;
        }

        IEnumerable<JsonElement> list = expected.TryGetProperty("list", out JsonElement given)
            ? given.EnumerateArray()
            : [];
        foreach ((JsonElement wanted, int i) in list.Select((chapter, i) => (chapter, i)))
        {
            double start = wanted.TryGetProperty("start_s", out JsonElement at)
                ? at.GetDouble()
                : actual[i].StartMs / 1000.0;
            string title = wanted.TryGetProperty("title", out JsonElement name) ? name.GetString() ?? "" : "";
            if (Math.Abs(start - (actual[i].StartMs / 1000.0)) > 0.1 || actual[i].Title != Plain(title))
            {
                yield return $"chapter {i}: {actual[i]}, expected {wanted}";
            }
        }
    }

    public static IEnumerable<string> Cover(JsonElement expected, EmbeddedPicture? actual, SafeFileHandle file)
    {
        if (!expected.GetProperty("present").GetBoolean())
        {
            if (actual is not null)
            {
                yield return $"cover: {actual}, expected none";
            }

            yield break;
        }

        if (actual is null)
        {
            yield return "cover: nothing";
            yield break;
        }

        using var bytes = new MemoryStream();
        Finding? finding = AudioPictures.Copy(file, actual, bytes, 1 << 26, CancellationToken.None);
        string hash = Convert.ToHexStringLower(SHA256.HashData(bytes.ToArray()));
        if (finding is not null || hash != expected.GetProperty("sha256").GetString())
        {
            yield return $"cover: {finding} {actual}, expected {expected}";
        }
    }
}
