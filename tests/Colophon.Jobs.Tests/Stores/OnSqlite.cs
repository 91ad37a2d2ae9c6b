namespace Colophon.Jobs.Tests.Stores;

public sealed class LifeOnSqlite : LifeTests<SqliteTestStore>;

public sealed class NodesOnSqlite : NodesTests<SqliteTestStore>;

public sealed class NetworkOnSqlite : NetworkTests<SqliteTestStore>;

public sealed class CancelOnSqlite : CancelTests<SqliteTestStore>;

public sealed class DedupeOnSqlite : DedupeTests<SqliteTestStore>;

public sealed class ClaimOnSqlite : ClaimTests<SqliteTestStore>;

public sealed class CommitOnSqlite : CommitTests<SqliteTestStore>;

public sealed class CrashOnSqlite : CrashTests<SqliteTestStore>;

public sealed class ModelOnSqlite : ModelTests<SqliteTestStore>;

public sealed class RateLimitsOnSqlite : RateLimitTests<SqliteTestStore>;
