using System.ComponentModel.DataAnnotations;

namespace PaperFunctions.Flow.Settings;

/// <summary>A number from <paramref name="least"/> to <paramref name="most"/>, both included.</summary>
/// <remarks><c>[Range]</c> would say it in words of its own: the generator of options validators drops that attribute's message.</remarks>
[AttributeUsage(AttributeTargets.Property)]
public sealed class BetweenAttribute(double least, double most) : ValidationAttribute
{
    public double Least => least;

    public double Most => most;

    public override bool IsValid(object? value) =>
        value is IConvertible number && number.ToDouble(null) is var given && given >= least && given <= most;
}
