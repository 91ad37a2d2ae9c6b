using System.Diagnostics;
using Colophon.Server.Platform.Native;
using Colophon.Testing;
using Microsoft.Extensions.Logging.Abstractions;

namespace Colophon.Server.Tests.Platform.Native;

/// <summary>With the real child: the program that the tests are built against.</summary>
public sealed class ProbeTests : IAsyncDisposable
{
    private static readonly ProbeRequest Look = new(ProbeOperations.Look, "", "", 0);
    private readonly string folder = Directory.CreateTempSubdirectory("colophon-probe-").FullName;
    private readonly TestClock clock = new();
    private readonly Probe probe;

    public ProbeTests() => probe = new Probe(ProbeOptions.Default, clock, NullLogger<Probe>.Instance);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task One_child_answers_many_requests()
    {
        await probe.AskAsync(Look, Token);
        var child = probe.ProcessId;
        await probe.AskAsync(Look, Token);

        child.ShouldNotBeNull();
        probe.ProcessId.ShouldBe(child);
    }

    [Fact]
    public async Task A_child_that_was_killed_costs_nothing_to_the_next_request()
    {
        var before = await probe.AskAsync(Look, Token);
        await KillAsync();

        var after = await probe.AskAsync(Look, Token);

        after.ShouldBe(before);
    }

    [Fact]
    public async Task A_child_killed_in_the_middle_of_a_request_costs_that_request_only()
    {
        var look = await probe.AskAsync(Look, Token);
        // A pipe without a writer: the child opens it and waits for ever.
        var pipe = Path.Combine(folder, "pipe.png");
        using (var make = Process.Start("mkfifo", [pipe]))
            await make.WaitForExitAsync(Token);

        var hanging = probe.AskAsync(Thumbnail(pipe), Token);
        await KillAsync();
        var answer = await hanging;
        var next = await probe.AskAsync(Look, Token);

        // Without libvips the child answers before it is killed.
        answer.Code.ShouldBeOneOf(ProbeCodes.Crashed, ProbeCodes.ToolMissing);
        next.ShouldBe(look);
    }

    [Fact]
    public async Task A_child_that_hangs_is_killed_after_the_limit()
    {
        await using var impatient = new Probe(
            ProbeOptions.Default with
            {
                RequestLimit = TimeSpan.FromMilliseconds(1),
            },
            TimeProvider.System,
            NullLogger<Probe>.Instance
        );

        // Its start alone takes longer.
        (await impatient.AskAsync(Look, Token)).Code.ShouldBe(ProbeCodes.Timeout);
        impatient.ProcessId.ShouldBeNull();
    }

    [Fact]
    public async Task A_program_that_cannot_be_started_is_an_answer()
    {
        var options = ProbeOptions.Default with { Program = Path.Combine(folder, "absent") };
        await using var absent = new Probe(options, clock, NullLogger<Probe>.Instance);

        (await absent.AskAsync(Look, Token)).Code.ShouldBe(ProbeCodes.Crashed);
    }

    [Fact]
    public async Task An_idle_child_is_ended()
    {
        await probe.AskAsync(Look, Token);
        using var child = Process.GetProcessById(probe.ProcessId!.Value);

        clock.Advance(ProbeOptions.Default.IdleLimit);

        await child.WaitForExitAsync(Token);
        child.HasExited.ShouldBeTrue();
        (await probe.AskAsync(Look, Token)).Code.ShouldNotBe(ProbeCodes.Crashed);
    }

    [Fact]
    public async Task The_child_ends_when_its_input_is_closed()
    {
        using var child = Process.Start(
            new ProcessStartInfo(ProbeOptions.Default.Program, ["probe"])
            {
                UseShellExecute = false,
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
            }
        )!;
        child.StandardInput.Close();

        await child.WaitForExitAsync(Token);
        child.ExitCode.ShouldBe(0);
    }

    [Theory]
    [InlineData("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"9\" height=\"9\"/>")]
    [InlineData("<html></html>")]
    [InlineData("")]
    public async Task What_is_no_picture_is_refused_by_the_child(string content)
    {
        var source = Path.Combine(folder, "cover.jpg");
        await File.WriteAllTextAsync(source, content, Token);

        var answer = await probe.AskAsync(Thumbnail(source), Token);

        answer.Code.ShouldBeOneOf(ProbeCodes.Unreadable, ProbeCodes.ToolMissing);
    }

    [Fact]
    public async Task A_thumbnail_is_as_wide_as_asked()
    {
        var source = Path.Combine(folder, "cover.png");
        await File.WriteAllBytesAsync(source, TinyPng.Cover(400, 600, seed: 3), Token);

        var answer = await probe.AskAsync(Thumbnail(source), Token);

        if (answer.Code == ProbeCodes.ToolMissing)
            return;
        answer.ShouldBe(new ProbeAnswer(null, null));
        var facts = Colophon.Formats.Pictures.PictureFacts.Sniff(
            await File.ReadAllBytesAsync(Path.Combine(folder, "out.webp"), Token)
        )!;
        (facts.MediaType, facts.Width, facts.Height).ShouldBe(("image/webp", 160, 240));
    }

    public async ValueTask DisposeAsync()
    {
        await probe.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    private ProbeRequest Thumbnail(string source) =>
        new(ProbeOperations.Thumbnail, source, Path.Combine(folder, "out.webp"), 160);

    private async Task KillAsync()
    {
        using var child = Process.GetProcessById(probe.ProcessId!.Value);
        child.Kill();
        await child.WaitForExitAsync(Token);
    }
}
