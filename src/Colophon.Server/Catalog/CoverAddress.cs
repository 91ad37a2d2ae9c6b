namespace Colophon.Server.Catalog;

/// <summary>Where an item's cover is. The address changes with the item, so that a browser may keep the picture.</summary>
public static class CoverAddress
{
    public static string Of(long itemId, long assetId, long revision) =>
        $"/api/items/{itemId}/cover?v={assetId}.{revision}";
}
