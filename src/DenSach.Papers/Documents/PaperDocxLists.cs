using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using static DenSach.Papers.Documents.PaperDocxWords;

namespace DenSach.Papers.Documents;

/// <summary>
/// Lists as Word numbers them, each list from 1 again. Letters are typed: Word has no list in the Vietnamese order of letters (c, d, đ, e, g), and a wrong letter in an
/// official paper is worse than one that does not move by itself.
/// </summary>
internal sealed class PaperDocxLists
{
    private const int Dashes = 1;
    private const int Numbers = 2;
    private readonly List<NumberingInstance> instances = [Instance(Dashes, Dashes)];

    public IEnumerable<OpenXmlElement> Write(PaperList list)
    {
        if (list.Style == PaperListStyle.Letters)
        {
            return list.Items.Select((item, i) => Paragraph("text", $"{PaperText.Marker(list.Style, i)} {item}"));
        }

        var id = list.Style == PaperListStyle.Dash ? Dashes : StartNumbers();
        return list.Items.Select(item =>
        {
            var paragraph = Paragraph("text", item);
            paragraph.ParagraphProperties!.NumberingProperties = new NumberingProperties
            {
                NumberingLevelReference = new NumberingLevelReference { Val = 0 },
                NumberingId = new NumberingId { Val = id },
            };
            return paragraph;
        });
    }

    public Numbering Build()
    {
        var numbering = new Numbering(
            Kind(Dashes, NumberFormatValues.Bullet, PaperText.Marker(PaperListStyle.Dash, 0)),
            Kind(Numbers, NumberFormatValues.Decimal, PaperText.Marker(PaperListStyle.Numbers, 0).Replace("1", "%1", StringComparison.Ordinal))
        );
        numbering.Append(instances);
        return numbering;
    }

    private int StartNumbers()
    {
        var id = instances.Count + 1;
        var instance = Instance(id, Numbers);
        instance.Append(
            new LevelOverride
            {
                LevelIndex = 0,
                StartOverrideNumberingValue = new StartOverrideNumberingValue { Val = 1 },
            }
        );
        instances.Add(instance);
        return id;
    }

    private static NumberingInstance Instance(int id, int kind) => new(new AbstractNumId { Val = kind }) { NumberID = id };

    /// <summary>The marker stands where the first line begins, the words behind it; further lines go to the margin, as in a paragraph.</summary>
    private static AbstractNum Kind(int id, NumberFormatValues format, string marker)
    {
        var level = new Level(
            new StartNumberingValue { Val = 1 },
            new NumberingFormat { Val = format },
            new LevelSuffix { Val = LevelSuffixValues.Space },
            new LevelText { Val = marker },
            new LevelJustification { Val = LevelJustificationValues.Left },
            new PreviousParagraphProperties(new Indentation { Left = "0", FirstLine = Of(TwipsOfMm(Nd30Layout.FirstLineMm.Value)) })
        )
        {
            LevelIndex = 0,
        };
        return new AbstractNum(new MultiLevelType { Val = MultiLevelValues.SingleLevel }, level) { AbstractNumberId = id };
    }
}
