namespace DenSach.Papers.Plans.Reading;

/// <summary>The year a figure belongs to, and a sentence where that is not certain.</summary>
/// <param name="Year">The year, or null where none stands.</param>
/// <param name="Doubt">Why it is not certain, or null.</param>
/// <param name="From">The words that gave it.</param>
/// <param name="Yearly">The figure is asked of every year ("mỗi năm", "hằng năm").</param>
internal readonly record struct YearReading(int? Year, string? Doubt, YearFrom From = default, bool Yearly = false);
