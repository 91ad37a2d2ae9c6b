namespace Colophon.Server.Platform.Http;

/// <summary>Every refusal the API knows. The codes are persisted promises and are listed in ERRORS.md.</summary>
public static class ApiErrors
{
    public const string ValidationFailedCode = "validation_failed";

    public static ApiError Validation(string field, string text) =>
        Validation(new Dictionary<string, string[]> { [field] = [text] });

    public static ApiError Validation(IReadOnlyDictionary<string, string[]> errors) =>
        new(400, ValidationFailedCode, string.Join(" ", errors.SelectMany(field => field.Value).Distinct()))
        {
            Errors = errors,
        };

    public static ApiError Unauthenticated() => new(401, "unauthenticated", "Sign in first.");

    public static ApiError BadCredentials() => new(401, "bad_credentials", "The user name or the password is wrong.");

    public static ApiError Forbidden() => new(403, "forbidden", "You don't have permission to do this.");

    public static ApiError Forbidden(string permission) =>
        new(403, "forbidden", $"You don't have permission to do this ({permission} is needed).");

    public static ApiError LibraryForbidden() => new(403, "library_forbidden", "You don't have access to this library");

    public static ApiError Csrf() =>
        new(403, "csrf", "A change made with the session cookie needs the header X-Colophon: 1.");

    public static ApiError SetupCode() =>
        new(403, "setup_code", "From another machine the set-up asks for the code printed in the server's log.");

    public static ApiError NotFound() => NotFound("There is nothing here.");

    public static ApiError NotFound(string detail) => new(404, "not_found", detail);

    public static ApiError MethodNotAllowed() =>
        new(405, "method_not_allowed", "This address does not take this method.");

    public static ApiError Conflict(string code, string detail) => new(409, code, detail);

    public static ApiError AlreadySetUp() => Conflict("already_set_up", "Colophon is already set up.");

    public static ApiError NameTaken(long ownerId) =>
        Conflict("name_taken", "Another entry has this name already. Merge the two instead.") with
        {
            Extensions = new Dictionary<string, object?> { ["id"] = ownerId },
        };

    public static ApiError ProviderFailed(string detail) => new(502, "provider_failed", detail);

    public static ApiError WrongState(string detail) => Conflict("wrong_state", detail);

    public static ApiError ScanActive(long blockingJobId) =>
        Conflict("scan_active", "A scan job is already running or pending.") with
        {
            Extensions = new Dictionary<string, object?> { ["job_id"] = blockingJobId },
        };

    public static ApiError ScanEnded() =>
        Conflict("scan_ended", "The scan this job belongs to has ended; retry the scan instead.");

    public static ApiError LibraryGone(long libraryId) =>
        Conflict("library_gone", $"Library {libraryId} no longer exists.");

    public static ApiError RootUnavailable(string detail) => Conflict("root_unavailable", detail);

    public static ApiError UnitBusy() =>
        Conflict("unit_busy", "These files are being read by somebody else just now. Try again in a moment.");

    public static ApiError ItemChanged() =>
        new(412, "item_changed", "Somebody changed this in the meantime. Load it again and repeat your change.");

    public static ApiError TooLarge(string detail) => new(413, "too_large", detail);

    public static ApiError UnsupportedMediaType() =>
        new(415, "unsupported_media_type", "The body must be JSON with the content type application/json.");

    public static ApiError ParseFailed(string detail) => new(422, "parse_failed", detail);

    public static ApiError NotMergeable() =>
        new(422, "not_mergeable", "Only books of one library can become one book.");

    public static ApiError TooManyRequests(TimeSpan retryAfter) =>
        new(429, "too_many_requests", "Too many tries. Wait a moment before the next one.") { RetryAfter = retryAfter };

    public static ApiError Fault() =>
        new(500, "fault", "Something went wrong inside Colophon. The server's log says what.");

    public static ApiError NoWorker(TimeSpan patience) =>
        Unavailable(
            "no_worker",
            $"No worker was done with this within {patience.TotalSeconds:0} seconds. What has not begun will not begin any more."
        );

    public static ApiError Unavailable(string code, string detail) => new(503, code, detail);

    /// <summary>For an answer that the framework gave without a body.</summary>
    internal static ApiError ForStatus(int status) =>
        status switch
        {
            401 => Unauthenticated(),
            403 => Forbidden(),
            404 => NotFound(),
            405 => MethodNotAllowed(),
            413 => TooLarge("The request is too large."),
            415 => UnsupportedMediaType(),
            >= 500 => Fault() with { Status = status },
            _ => new ApiError(status, "bad_request", "The request cannot be understood."),
        };
}
