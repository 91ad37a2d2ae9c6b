using System.Text.Json;
using Colophon.Server.Metadata;

namespace Colophon.Server.Providers.Tmdb;

/// <summary>Who took part: actors in the order of the credits, then the crew. Of a crew of hundreds those that media centres show.</summary>
internal static class TmdbPeople
{
    private const int Most = 60;
    private const int MostOfCrew = 20;

    /// <summary>In the order they are listed.</summary>
    private static readonly string[] Roles = ["creator", "director", "writer", "producer", "composer"];

    public static IReadOnlyList<Credit> OfFilm(JsonElement film) =>
        List(
            Actors(film.At("credits").List("cast"), "actor"),
            film.At("credits").List("crew").Select(member => CrewOf(member, member.Text("job")))
        );

    /// <summary>Who directs and writes is told of each episode.</summary>
    public static IReadOnlyList<Credit> OfShow(JsonElement show) =>
        List(
            Ordered(show.At("aggregate_credits").List("cast"))
                .Select(member => CreditOf(member, "actor", member.List("roles").FirstOrDefault().Text("character"))),
            show.List("created_by")
                .Select(person => CreditOf(person, "creator"))
                .Concat(
                    show.At("aggregate_credits")
                        .List("crew")
                        .SelectMany(member => member.List("jobs").Select(job => CrewOf(member, job.Text("job"))))
                        .Where(credit => credit?.Role is "producer" or "composer")
                )
        );

    public static IReadOnlyList<Credit> OfEpisode(JsonElement season, JsonElement episode) =>
        List(
            Actors(season.At("credits").List("cast"), "actor")
                .Concat(Actors(episode.List("guest_stars"), "guest_star")),
            episode.List("crew").Select(member => CrewOf(member, member.Text("job")))
        );

    private static IReadOnlyList<Credit> List(IEnumerable<Credit?> cast, IEnumerable<Credit?> crew)
    {
        var listed = crew.OfType<Credit>()
            .Distinct()
            .OrderBy(credit => Array.IndexOf(Roles, credit.Role))
            .Take(MostOfCrew)
            .ToList();
        return [.. cast.OfType<Credit>().Distinct().Take(Most - listed.Count), .. listed];
    }

    private static IEnumerable<Credit?> Actors(IEnumerable<JsonElement> cast, string role) =>
        Ordered(cast).Select(member => CreditOf(member, role, member.Text("character")));

    private static IEnumerable<JsonElement> Ordered(IEnumerable<JsonElement> cast) =>
        cast.OrderBy(member => member.Integer("order") ?? int.MaxValue);

    private static Credit? CrewOf(JsonElement member, string? job) =>
        RoleOf(job) is { } role ? CreditOf(member, role) : null;

    private static Credit? CreditOf(JsonElement person, string role, string? character = null) =>
        person.Text("name") is { } name ? new Credit(name, role, Character: character) : null;

    private static string? RoleOf(string? job) =>
        job switch
        {
            "Director" => "director",
            "Writer" or "Screenplay" or "Teleplay" or "Story" or "Novel" or "Author" => "writer",
            "Producer" or "Executive Producer" => "producer",
            "Original Music Composer" => "composer",
            _ => null,
        };
}
