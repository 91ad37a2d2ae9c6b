using Colophon.Formats;
using Colophon.Formats.Nfo;
using Colophon.Server.Catalog;
using Colophon.Server.Metadata;
using Colophon.Server.Scanning;

namespace Colophon.Server.Nfo;

/// <summary>What was found of NFOs beside an item.</summary>
/// <param name="Item">Null when none says anything.</param>
/// <param name="Documents">The same as evidence of source <c>sidecar</c>.</param>
internal sealed record NfoSaid(NfoItem? Item, IReadOnlyList<DocumentRead> Documents, IReadOnlyList<Finding> Findings);

/// <summary>The NFO beside an item, read as evidence.</summary>
internal static class NfoBeside
{
    /// <summary>The first of the names that is there and says something. Another that speaks of something else is a finding.</summary>
    /// <param name="names">Best first.</param>
    public static NfoSaid Read(BesideFiles beside, IEnumerable<string> names, NfoKind kind) =>
        Read(beside, names, kind, items => items[0], name => name);

    /// <param name="join">Makes one of several of the kind in one file.</param>
    /// <param name="origin">What the evidence calls a file.</param>
    public static NfoSaid Read(
        BesideFiles beside,
        IEnumerable<string> names,
        NfoKind kind,
        Func<IReadOnlyList<NfoItem>, NfoItem> join,
        Func<string, string> origin
    )
    {
        var findings = new List<Finding>();
        var found = new List<(string Name, NfoItem Item)>();
        foreach (var name in names.Where(beside.Has).Distinct(StringComparer.OrdinalIgnoreCase))
            beside.Read(name, NfoReader.SizeLimit, findings, bytes => Take(name, bytes));
        if (found.Count == 0)
            return new NfoSaid(null, [], findings);
        foreach (var other in found.Skip(1).Where(other => Disagree(found[0].Item, other.Item)))
            findings.Add(
                BesideFiles.Told(
                    other.Name,
                    new Finding(
                        FindingCodes.NfoDisagrees,
                        FindingSeverity.Warning,
                        $"It speaks of something else than {found[0].Name}, which is taken instead. Remove the wrong one."
                    )
                )
            );
        var document = NfoEvidence.Of(found[0].Item);
        return new NfoSaid(
            found[0].Item,
            document.IsEmpty ? [] : [new DocumentRead(Sources.Sidecar, $"nfo:{origin(found[0].Name)}", document)],
            findings
        );

        void Take(string name, byte[] bytes)
        {
            var reading = NfoReader.Read(bytes, beside.CancellationToken);
            findings.AddRange(reading.Findings.Select(finding => BesideFiles.Told(name, finding)));
            if (reading.Value is not { } document)
                return;
            var items = document.Items.Where(item => item.Kind == kind).ToList();
            if (items.Count > 0)
                found.Add((name, With(items.Count == 1 ? items[0] : join(items), document)));
            else if (document.Items.Count > 0)
                findings.Add(
                    BesideFiles.Told(
                        name,
                        new Finding(
                            FindingCodes.NfoOtherKind,
                            FindingSeverity.Warning,
                            $"It is the NFO of a {document.Items[0].Kind.ToString().ToLowerInvariant()}, and lies beside a {kind.ToString().ToLowerInvariant()}."
                        )
                    )
                );
            else if (document.Links.Count > 0)
                found.Add((name, With(new NfoItem(kind), document)));
        }
    }

    /// <summary>Ids of addresses outside the root count where the root has none of that provider.</summary>
    private static NfoItem With(NfoItem item, NfoDocument document) =>
        item with
        {
            Ids =
            [
                .. item.Ids,
                .. document
                    .Links.Where(link => link.Kind is null || link.Kind == item.Kind)
                    .Where(link => item.Ids.All(id => id.Provider != link.Provider))
                    .Select(link => new NfoId(link.Provider, link.Value, IsDefault: false)),
            ],
        };

    private static bool Disagree(NfoItem one, NfoItem other) =>
        one.Ids.Any(id => other.Ids.Any(also => also.Provider == id.Provider && also.Value != id.Value));
}
