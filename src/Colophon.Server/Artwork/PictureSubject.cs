namespace Colophon.Server.Artwork;

/// <summary>What a picture may be of. The names that count differ.</summary>
public enum PictureSubject
{
    Book,
    Movie,
    Show,
    Season,

    /// <summary>Only pictures that are named after its file are an episode's.</summary>
    Episode,
    Artist,
    Album,
}
