namespace DenSach.Papers.Plans.Reading;

/// <summary>A year that goes on in what follows its sentence: the next sentences of the paragraph, and a paragraph that adds to it.</summary>
internal static class YearHandedOn
{
    private static readonly Pattern Label = Pattern.Of(@"^[ -]*((muc tieu|chi tieu)( cu the| phan dau)? )?((den|trong) )?((het|cuoi) )?nam 20\d{2} ?[:,]");
    private static readonly Pattern Adds = Pattern.Of("^(ben canh do|ngoai ra|cung voi do|dong thoi|them vao do|cung thoi gian nay)\\b");

    // "Năm 2027 hoàn thành khảo sát, 60 % gia đình …": the year may be that of the deed, and is not handed on.
    private static readonly Pattern Deed = Pattern.Of(@"\b(hoan thanh|to chuc|ban hanh|so ket|tong ket|ra soat|thanh lap|khao sat|dieu tra|bat dau|khoi dong|cong bo|thi diem)\b");

    /// <summary>"Đến năm 2025, 40 % … 60 % cán bộ …" as two sentences: the year that opens one goes on in the next, and is doubted there.</summary>
    public static StatedYear? By(MappedText sentence) =>
        Years.Mentions(sentence) is [var first, ..]
        && (
            Label.IsMatch(sentence.Folded)
            || (TargetFigure.Percentages(sentence) is [var figure, ..] && first.End <= figure.Start && !Deed.IsMatch(sentence.Folded[..figure.Start]))
        )
            ? new(first.Year, new(YearSource.Sentence, Years.Words(sentence, first)))
            : null;

    /// <summary>"Bên cạnh đó, 40 % người lao động …" in a paragraph of its own adds to the one before it.</summary>
    public static bool IsTakenUp(Block block, Block? before) => before is not null && before.Parent == block.Parent && Adds.IsMatch(block.Content.Folded);
}
