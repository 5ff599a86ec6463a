using DenSach.Platform.Data;
using DenSach.Platform.Errors;
using DenSach.Platform.Papers;
using Microsoft.EntityFrameworkCore;

namespace DenSach.Modules.Decisions.Number;

/// <summary>Reads number and symbol as they stand in the book: of this kind of paper, and given once a year in a commune.</summary>
public sealed class GivenNumber(AppDb db, PaperShelf templates)
{
    public async Task<Result<DecisionNumber>> ReadAsync(Decision decision, string? text, DateOnly issuedOn, CancellationToken cancellation)
    {
        if (DecisionNumber.Parse(text) is not { } number)
        {
            return Problem.Invalid("number", "Cần ghi số, ký hiệu như trong sổ văn bản, ví dụ 125/QĐ-UBND.", "Number");
        }
        var symbol = templates.Get(DecisionPaper.Template).Symbol;
        if (!string.Equals(number.Symbol, symbol, StringComparison.OrdinalIgnoreCase))
        {
            return Problem.Invalid(
                "symbol",
                $"Đây là quyết định, ký hiệu phải là {symbol}; “{number.Symbol}” là ký hiệu của loại văn bản khác. Hãy xem lại số trong sổ, ví dụ 125/{symbol}.",
                "Number"
            );
        }
        var (written, year) = (number.ToString(), issuedOn.Year);
        return await db.Set<Decision>()
            .AnyAsync(d => d.RegisterId == decision.RegisterId && d.AreaId == decision.AreaId && d.NumberYear == year && d.Number == written && d.Id != decision.Id, cancellation)
            ? Problem.Conflict("number_taken", $"Số {written} của năm {year} đã dùng cho một quyết định khác.")
            : number;
    }
}
