using System.Reflection;
using System.Text.RegularExpressions;
using Colophon.Jobs;
using Colophon.Server.Platform.Http;

namespace Colophon.Server.Tests.Architecture;

/// <summary>Names of job types are persisted and sent; their priorities and tries only mean something beside each other.</summary>
public sealed partial class JobTypeTests
{
    private static readonly IReadOnlyList<JobType> Declared =
    [
        .. typeof(ApiError)
            .Assembly.GetTypes()
            .SelectMany(type => type.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic))
            .Where(field => field.FieldType == typeof(JobType))
            .Select(field => (JobType)field.GetValue(null)!),
    ];

    [Fact]
    public void Names_are_unique() => Declared.Select(type => type.Name).ShouldBeUnique();

    [Fact]
    public void Names_are_in_kebab_case() =>
        Declared.Select(type => type.Name).ShouldAllBe(name => KebabCase().IsMatch(name));

    [Theory]
    [InlineData("resync-item", 1, 1)]
    [InlineData("scan", 4, 1)]
    [InlineData("export", 5, 1)]
    [InlineData("resync", 5, 1)]
    [InlineData("directory-scan", 6, 3)]
    [InlineData("reconcile", 6, 3)]
    [InlineData("cache-asset", 7, 4)]
    [InlineData("write-sidecar", 7, 3)]
    [InlineData("fetch-provider-assets", 8, 5)]
    [InlineData("enrich-metadata", 8, 5)]
    [InlineData("select-assets", 8, 3)]
    [InlineData("publish", 9, 3)]
    [InlineData("delete-library", 9, 3)]
    [InlineData("re-merge", 9, 3)]
    [InlineData("prune", 9, 3)]
    [InlineData("scrub-cache", 9, 3)]
    public void Priority_and_tries_are_as_the_contract_says(string name, int priority, int tries)
    {
        var type = Declared.SingleOrDefault(declared => declared.Name == name);
        if (type is not null)
            (type.Priority, type.MaxAttempts).ShouldBe((priority, tries));
    }

    [GeneratedRegex("^[a-z]+(-[a-z]+)*$")]
    private static partial Regex KebabCase();
}
