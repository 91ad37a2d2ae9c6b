namespace Colophon.Server.Catalog;

public readonly record struct LibraryId(long Value);

public readonly record struct ItemId(long Value);

public readonly record struct FileId(long Value);

public readonly record struct UnitId(long Value);

public readonly record struct ScanId(long Value);
