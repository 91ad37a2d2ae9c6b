namespace Colophon.Jobs.Tests.Stores;

public sealed class LifeOnPostgres : LifeTests<PostgresTestStore>;

public sealed class NodesOnPostgres : NodesTests<PostgresTestStore>;

public sealed class NetworkOnPostgres : NetworkTests<PostgresTestStore>;

public sealed class CancelOnPostgres : CancelTests<PostgresTestStore>;

public sealed class DedupeOnPostgres : DedupeTests<PostgresTestStore>;

public sealed class ClaimOnPostgres : ClaimTests<PostgresTestStore>;

public sealed class CommitOnPostgres : CommitTests<PostgresTestStore>;

public sealed class CrashOnPostgres : CrashTests<PostgresTestStore>;

public sealed class ModelOnPostgres : ModelTests<PostgresTestStore>;

public sealed class RateLimitsOnPostgres : RateLimitTests<PostgresTestStore>;
