using System.Xml.Linq;

namespace Colophon.Bench.Make.Films;

/// <summary>The NFO files of movies, shows and episodes, as Kodi writes them.</summary>
internal static class FilmNfo
{
    public static string Of(MadeMovie movie) =>
        Document(
            "movie",
            [
                new("title", movie.Title),
                new("originaltitle", movie.OriginalTitle),
                Rating(movie.Rating, movie.Votes),
                new("plot", movie.Plot),
                new("tagline", movie.Tagline),
                new("runtime", movie.Runtime),
                new("mpaa", movie.Mpaa),
                Id("tmdb", movie.Tmdb, isDefault: true),
                Id("imdb", movie.Imdb),
                new("year", movie.Year),
                new("premiered", movie.Premiered),
                new("country", movie.Country),
                .. Each("genre", movie.Genres),
                .. Each("studio", movie.Studios),
                .. Makers(movie),
                .. movie.Set is { } set ? [new XElement("set", new XElement("name", set))] : Array.Empty<XElement>(),
                .. movie.Actors.Select(Actor),
                Streams(movie),
            ]
        );

    public static string Of(MadeShow show) =>
        Document(
            "tvshow",
            [
                new("title", show.Title),
                new("plot", show.Plot),
                new("mpaa", show.Mpaa),
                Id("tvdb", show.Tvdb, isDefault: true),
                Id("tmdb", show.Tmdb),
                Id("imdb", show.Imdb),
                .. Each("genre", show.Genres),
                new("premiered", show.Premiered),
                new("year", show.Year),
                new("status", show.Status),
                new("studio", show.Studio),
                .. show.Actors.Select(Actor),
            ]
        );

    public static string Of(MadeEpisode episode) =>
        Document(
            "episodedetails",
            [
                new("title", episode.Title),
                new("showtitle", episode.Show),
                new("season", episode.Season),
                new("episode", episode.Episode),
                new("plot", episode.Plot),
                Id("tvdb", episode.Tvdb, isDefault: true),
                Id("imdb", episode.Imdb),
                new("aired", episode.Aired),
                new("runtime", episode.Runtime),
                .. Makers(episode),
                Streams(episode),
            ]
        );

    private static string Document(string root, IEnumerable<XElement> elements)
    {
        var declaration = new XDeclaration("1.0", "UTF-8", "yes");
        return $"{declaration}\n{new XElement(root, elements)}\n";
    }

    private static XElement Id(string source, object value, bool isDefault = false)
    {
        var id = new XElement("uniqueid", new XAttribute("type", source), value);
        if (isDefault)
            id.SetAttributeValue("default", "true");
        return id;
    }

    private static XElement Rating(double value, int votes)
    {
        var rating = new XElement("rating", new XElement("value", value), new XElement("votes", votes));
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
