using Colophon.Formats.Xml;

namespace Colophon.Formats.Nfo;

/// <summary>People: actors with their roles, and the crew, which most files only name.</summary>
internal static class NfoPeople
{
    public const string Actor = "actor";
    public const string Director = "director";
    public const string Writer = "writer";
    public const string Producer = "producer";

    /// <summary>The elements that name people; those of the crew before actors, as Kodi writes them.</summary>
    public static readonly string[] Elements = [.. NfoNames.Writers, Director, Producer, Actor];

    /// <summary>Actors first, then the crew by role; within one as they stand.</summary>
    public static IReadOnlyList<NfoPerson> Read(NfoElements said)
    {
        var actors = said.All(Actor).Select(element => Person(element, said)).OfType<NfoPerson>().ToLookup(IsOther);
        return said.Kept(
            actors[true]
                .Concat(Crew(said, Director, Director))
                .Concat(actors[false].Where(person => person.Role == Director))
                .Concat(Crew(said, Writer, NfoNames.Writers))
                .Concat(actors[false].Where(person => person.Role == Writer))
                .Concat(Crew(said, Producer, Producer))
                .Concat(actors[false].Where(person => person.Role == Producer))
                .DistinctBy(person => (person.Name, person.Role, person.Character))
        );
    }

    /// <summary>Whether the crew's elements have no room for somebody.</summary>
    public static bool IsOther(NfoPerson person) => person.Role is not (Director or Writer or Producer);

    private static IEnumerable<NfoPerson> Crew(NfoElements said, string role, params string[] elements)
    {
        foreach (LooseElement element in said.All(elements))
        {
            if (element.Child("name") is not null)
            {
                if (Person(element, said) is { } known)
                {
                    yield return known with
                    {
                        Role = role,
                    };
                }

                continue;
            }

            foreach (string name in said.Only(element).List(NfoLists.People, element.Key))
            {
                yield return new NfoPerson(name, role, null, null, null);
            }
        }
    }

    private static NfoPerson? Person(LooseElement element, NfoElements said)
    {
        NfoElements inside = said.In(element);
        if (inside.Line("name") is not { } name)
        {
            return null;
        }

        return new NfoPerson(
            name,
            inside.Line("type") is { } type ? NfoNames.RoleOf(type) : Actor,
            inside.Line("role"),
            inside.Whole("order", "sortorder"),
            NfoElements.AddressOf(inside.Line("thumb"))
        );
    }
}
