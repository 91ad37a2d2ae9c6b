namespace Colophon.Bench.Make.Films;

/// <summary>What movies and episodes have in common, as it stands in the manifest.</summary>
internal abstract record MadeFilm
{
    public required string Path { get; init; }

    public required string Title { get; init; }

    public required string Plot { get; init; }

    /// <summary>In minutes, as the NFO says it.</summary>
    public required int Runtime { get; init; }

    public string? Imdb { get; init; }

    public IReadOnlyList<string> Directors { get; init; } = [];

    public IReadOnlyList<string> Writers { get; init; } = [];

    public required MadeVideo Video { get; init; }

    public IReadOnlyList<MadeAudio> Audio { get; init; } = [];

    public IReadOnlyList<MadeSubtitle> Subtitles { get; init; } = [];

    /// <summary>In seconds, as the container says it.</summary>
    public required double Duration { get; init; }

    /// <summary>What lies beside it.</summary>
    public IReadOnlyList<string> Files { get; init; } = [];
}

/// <param name="Codec">By the name that ffprobe has for it.</param>
internal sealed record MadeVideo(string Codec, int Width, int Height);

/// <param name="Language">In three letters.</param>
internal sealed record MadeAudio(string Codec, string Language, int Channels, string? Title);

internal sealed record MadeSubtitle(string Codec, string Language, bool Forced, string? Title);

internal sealed record MadeActor(string Name, string Role, int Order);

/// <summary>A file beside another one, by its content.</summary>
internal sealed record MadeAsset(string Path, string Sha256);
