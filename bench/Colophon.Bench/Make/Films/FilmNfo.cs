using System.Xml.Linq;

namespace Colophon.Bench.Make.Films;

/// <summary>The NFO files of movies, shows and episodes, as Kodi writes them.</summary>
internal static class FilmNfo
{
    public static string Of(MadeMovie movie) =>
        Document(
            "movie",
            [
                One("title", movie.Title),
                One("originaltitle", movie.OriginalTitle),
                Rating(movie),
                One("plot", movie.Plot),
                One("tagline", movie.Tagline),
                One("runtime", movie.Runtime),
                One("mpaa", movie.Mpaa),
                Id("tmdb", movie.Tmdb, isDefault: true),
                Id("imdb", movie.Imdb),
                One("year", movie.Year),
                One("premiered", movie.Premiered),
                One("country", movie.Country),
                .. Each("genre", movie.Genres),
                .. Each("studio", movie.Studios),
                .. Makers(movie),
                One("set", One("name", movie.Set)),
                .. movie.Actors.Select(Actor),
                Streams(movie),
            ]
        );

    public static string Of(MadeShow show) =>
        Document(
            "tvshow",
            [
                One("title", show.Title),
                One("plot", show.Plot),
                One("mpaa", show.Mpaa),
                Id("tvdb", show.Tvdb, isDefault: true),
                Id("tmdb", show.Tmdb),
                Id("imdb", show.Imdb),
                .. Each("genre", show.Genres),
                One("premiered", show.Premiered),
                One("year", show.Year),
                One("status", show.Status),
                One("studio", show.Studio),
                .. show.Actors.Select(Actor),
            ]
        );

    public static string Of(MadeEpisode episode) =>
        Document(
            "episodedetails",
            [
                One("title", episode.Title),
                One("showtitle", episode.Show),
                One("season", episode.Season),
                One("episode", episode.Episode),
                One("plot", episode.Plot),
                Id("tvdb", episode.Tvdb, isDefault: true),
                Id("imdb", episode.Imdb),
                One("aired", episode.Aired),
                One("runtime", episode.Runtime),
                .. Makers(episode),
                Streams(episode),
            ]
        );

    private static string Document(string root, IEnumerable<XElement?> elements)
    {
        var declaration = new XDeclaration("1.0", "UTF-8", "yes");
        return $"{declaration}\n{new XElement(root, elements)}\n";
    }

    /// <summary>An element, where there is something to say.</summary>
    private static XElement? One(string name, object? value) => value is null ? null : new(name, value);

    private static XElement? Id(string source, object? value, bool isDefault = false)
    {
        var id = One("uniqueid", value);
        id?.SetAttributeValue("type", source);
        if (isDefault)
            id?.SetAttributeValue("default", "true");
        return id;
    }

    private static XElement? Rating(MadeMovie movie)
    {
        if (movie.Rating is null)
            return null;
        var rating = new XElement("rating", One("value", movie.Rating), One("votes", movie.Votes));
        rating.Add(new XAttribute("name", "tmdb"), new XAttribute("max", 10), new XAttribute("default", "true"));
        return new XElement("ratings", rating);
    }

    private static IEnumerable<XElement> Makers(MadeFilm film) =>
        Each("director", film.Directors).Concat(Each("credits", film.Writers));

    private static XElement Actor(MadeActor actor) =>
        new(
            "actor",
            new XElement("name", actor.Name),
            new XElement("role", actor.Role),
            new XElement("order", actor.Order)
        );

    private static XElement Streams(MadeFilm film) =>
        new(
            "fileinfo",
            new XElement(
                "streamdetails",
                new XElement(
                    "video",
                    new XElement("codec", film.Video.Codec),
                    new XElement("width", film.Video.Width),
                    new XElement("height", film.Video.Height)
                ),
                film.Audio.Select(audio => new XElement(
                    "audio",
                    new XElement("codec", audio.Codec),
                    new XElement("language", audio.Language),
                    new XElement("channels", audio.Channels)
                ))
            )
        );

    private static IEnumerable<XElement> Each(string name, IEnumerable<string> values) =>
        values.Select(value => new XElement(name, value));
}
