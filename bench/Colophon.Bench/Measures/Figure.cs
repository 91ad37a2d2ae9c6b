namespace Colophon.Bench.Measures;

/// <summary>What a figure must and should be, and which way is better.</summary>
internal sealed record Goal(double Must, double Aim, bool LowerIsBetter)
{
    public static Goal AtMost(double must, double aim) => new(must, aim, LowerIsBetter: true);

    public static Goal AtMost(double must) => AtMost(must, must);

    public static Goal AtLeast(double must, double aim) => new(must, aim, LowerIsBetter: false);

    public static Goal AtLeast(double must) => AtLeast(must, must);

    public Verdict Judge(double value) =>
        Reaches(value, Aim) ? Verdict.Aim
        : Reaches(value, Must) ? Verdict.Must
        : Verdict.Missed;

    private bool Reaches(double value, double goal) => LowerIsBetter ? value <= goal : value >= goal;
}

internal enum Verdict
{
    Missed,
    Must,
    Aim,
}

/// <summary>A measured number beside its goal.</summary>
/// <param name="Note">What it was made from: the two sides of a ratio.</param>
internal sealed record Figure(string What, double Value, string Unit, Goal Goal, string Note)
{
    public Verdict Verdict => Goal.Judge(Value);
}
