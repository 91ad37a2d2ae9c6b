namespace Colophon.Bench.Measures;

/// <summary>Which way is better.</summary>
internal enum Better
{
    Lower,
    Higher,
}

/// <summary>A measured number beside what it must and should be.</summary>
/// <param name="Note">What it was made from: the two sides of a ratio.</param>
internal sealed record Figure(
    string What,
    double Value,
    string Unit,
    double Must,
    double Aim,
    Better Better,
    string Note
)
{
    public string Verdict =>
        Reaches(Aim) ? "aim"
        : Reaches(Must) ? "must"
        : "MISSED";

    private bool Reaches(double goal) => Better is Better.Lower ? Value <= goal : Value >= goal;
}
