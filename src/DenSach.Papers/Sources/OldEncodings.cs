using System.Text;

namespace DenSach.Papers.Sources;

/// <summary>Vietnamese encodings from before Unicode.</summary>
public enum OldEncoding
{
    /// <summary>TCVN 5712:1993 (VN3), fonts .VnTime, .VnArial: one byte a letter.</summary>
    Tcvn3,

    /// <summary>VNI Windows, fonts VNI-Times: a letter and a mark.</summary>
    Vni,
}

/// <summary>Recognises and converts text typed for old fonts, given as Latin-1 letters.</summary>
public static class OldEncodings
{
    private const int Sample = 20_000;
    private const string Tcvn3Letters =
        "¡Ă¢Â£Ê¤Ô¥Ơ¦Ư§Đ¨ă©âªê«ô¬ơ\u00ADư®đµà¶ả·ã¸á¹ạ»ằ¼ẳ½ẵ¾ắÆặÇầÈẩÉẫÊấËậÌèÎẻÏẽÐéÑẹÒềÓểÔễÕếÖệ×ìØỉÜĩÝíÞịßòáỏâõãóäọåồæổçỗèốéộêờëởìỡíớîợïùñủòũóúôụõừöử÷ữøứùựúỳûỷüỹýýþỵ";

    private const string VniLetters =
        "aùáaøàaûảaõãaïạaââaêăaáấaàầaåẩaãẫaäậaéắaèằaúẳaüẵaëặeùéeøèeûẻeõẽeïẹeâêeáếeàềeåểeãễeäệoùóoøòoûỏoõõoïọoâôoáốoàồoåổoãỗoäộôùớôøờôûởôõỡôïợuùúuøùuûủuõũuïụöùứöøừöûửöõữöïựyùýyøỳyûỷyõỹ";

    private const string VniSingles = "ôơöưñđæỉóĩòịîỵ";

    private static readonly string[] Witnesses = ["kế hoạch", "nhân dân", "học tập", "cộng hòa", "mục tiêu", "thực hiện", "gia đình", "ủy ban"];
    private static readonly Dictionary<char, char> Tcvn3 = Pairs(Tcvn3Letters);
    private static readonly Dictionary<char, char> VniSingle = Pairs(VniSingles);
    private static readonly Dictionary<(char, char), char> Vni = Triples(VniLetters);

    /// <summary>The encoding the text looks typed in, or null where it reads as Unicode or as neither. It is a question to ask, not an answer.</summary>
    public static OldEncoding? Likely(string text)
    {
        var sample = text[..Math.Min(text.Length, Sample)];
        if (Count(sample) > 0)
        {
            return null;
        }

        var (tcvn3, vni) = (Count(ToUnicode(sample, OldEncoding.Tcvn3)), Count(ToUnicode(sample, OldEncoding.Vni)));
        return tcvn3 == 0 && vni == 0 ? null
            : tcvn3 >= vni ? OldEncoding.Tcvn3
            : OldEncoding.Vni;
    }

    /// <summary>The name a person knows it by.</summary>
    public static string NameOf(OldEncoding encoding) => encoding == OldEncoding.Tcvn3 ? "TCVN3 (phông .VnTime)" : "VNI (phông VNI-Times)";

    /// <summary>Converts text whose letters are the bytes of the old encoding. Characters beyond Latin-1 stay.</summary>
    public static string ToUnicode(string text, OldEncoding encoding) => encoding == OldEncoding.Tcvn3 ? FromTcvn3(text) : FromVni(text);

    // TCVN3 has small letters only; a font shows the capitals. Words in capitals keep plain capitals around marked small letters.
    private static string FromTcvn3(string text)
    {
        var converted = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            var letter = Tcvn3.GetValueOrDefault(text[i], text[i]);
            var inCapitals =
                letter != text[i] && char.IsLower(letter) && ((i > 0 && char.IsAsciiLetterUpper(text[i - 1])) || (i + 1 < text.Length && char.IsAsciiLetterUpper(text[i + 1])));
            converted.Append(inCapitals ? char.ToUpperInvariant(letter) : letter);
        }

        return converted.ToString();
    }

    private static string FromVni(string text)
    {
        var converted = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            var capital = char.IsUpper(text[i]);
            var letter = char.ToLowerInvariant(text[i]);
            if (i + 1 < text.Length && Vni.TryGetValue((letter, char.ToLowerInvariant(text[i + 1])), out var marked))
            {
                i++;
            }
            else if (!VniSingle.TryGetValue(letter, out marked))
            {
                marked = letter;
            }

            converted.Append(capital ? char.ToUpperInvariant(marked) : marked);
        }

        return converted.ToString();
    }

    private static int Count(string text)
    {
        var lower = text.ToLowerInvariant().Normalize();
        return Witnesses.Count(w => lower.Contains(w, StringComparison.Ordinal));
    }

    private static Dictionary<char, char> Pairs(string letters) => letters.Chunk(2).ToDictionary(p => p[0], p => p[1]);

    private static Dictionary<(char, char), char> Triples(string letters) => letters.Chunk(3).ToDictionary(p => (p[0], p[1]), p => p[2]);
}
