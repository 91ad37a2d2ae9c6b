using Colophon.Formats.Xml;

namespace Colophon.Formats.Nfo;

/// <summary>The roots of a file, those within a wrapper too.</summary>
internal static class NfoRoots
{
    /// <summary>Roots that are read.</summary>
    public const int Limit = 1_000;

    public static IReadOnlyList<(LooseElement Element, NfoKind Kind)> Of(LooseDocument document) =>
        [
            .. document
                .Top.Elements.SelectMany(root => NfoNames.Wrappers.Contains(root.Key) ? root.Elements : [root])
                .Select(root => (root, Kind: NfoNames.KindOf(root.Key)))
                .Where(root => root.Kind is not null)
                .Take(Limit)
                .Select(root => (root.root, root.Kind!.Value)),
        ];
}
