namespace Colophon.Jobs.Tests.Stores;

public sealed class LifeOnSqlite : LifeTests<SqliteTestStore>;
