using System.Text.Json;
using Colophon.Server.Metadata;

namespace Colophon.Server.Providers.Tvdb;

/// <summary>Who took part: actors in its order, guests, then the crew.</summary>
internal static class TvdbPeople
{
    private const int Most = 60;
    private const int MostOfCrew = 20;

    /// <summary>In the order they are listed.</summary>
    private static readonly string[] Roles = ["creator", "director", "writer", "producer", "host"];

    public static IReadOnlyList<Credit> Of(JsonElement record)
    {
        var people = record
            .List("characters")
            .OrderBy(person => person.Integer("sort") ?? int.MaxValue)
            .Select(CreditOf)
            .OfType<Credit>()
            .Distinct()
            .ToLookup(credit => Array.IndexOf(Roles, credit.Role));
        var crew = people.Where(role => role.Key >= 0).OrderBy(role => role.Key).SelectMany(role => role);
        var listed = crew.Take(MostOfCrew).ToList();
        return [.. people[-1].OrderBy(credit => credit.Role == "guest_star").Take(Most - listed.Count), .. listed];
    }

    /// <summary>Of the crew, the character's name is empty or what the person is called.</summary>
    private static Credit? CreditOf(JsonElement person) =>
        (person.Text("personName"), person.Text("peopleType")) switch
        {
            (null, _) => null,
            ({ } name, "Actor") => new Credit(name, "actor", Character: person.Text("name")),
            ({ } name, "Guest Star") => new Credit(name, "guest_star", Character: person.Text("name")),
            ({ } name, "Creator") => new Credit(name, "creator"),
            ({ } name, "Director") => new Credit(name, "director"),
            ({ } name, "Writer") => new Credit(name, "writer"),
            ({ } name, "Producer" or "Executive Producer" or "Showrunner") => new Credit(name, "producer"),
            ({ } name, "Host") => new Credit(name, "host"),
            _ => null,
        };
}
