namespace Colophon.Jobs.Tests.Stores;

public sealed class LifeOnSqlite : LifeTests<SqliteTestStore>;

public sealed class CancelOnSqlite : CancelTests<SqliteTestStore>;
