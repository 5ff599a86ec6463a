namespace DenSach.Modules.Areas;

/// <summary>Numbers of areas in content/areas that other parts of the product name: the places of the five plans.</summary>
public static class KnownAreas
{
    public const int Country = 1;

    public const int LaiChau = 112;
    public const int TamDuongDistrict = 301;
    public const int TamDuongTown = 1001;
    public const int SonBinh = 1002;

    /// <summary>The commune of that name until 30/6/2025.</summary>
    public const int BinhLuBefore = 1003;

    /// <summary>The commune since 1/7/2025, directly under Lai Châu.</summary>
    public const int BinhLu = 2001;

    /// <summary>Invented bản of Bình Lư, in a demo database only. Four came from each of the three communes it was made of, and live in their registers.</summary>
    public static IReadOnlyList<int> BinhLuHamlets { get; } = [5001, 5002, 5003, 5004, 5005, 5006, 5007, 5008, 5009, 5010, 5011, 5012];

    public const int ThanhHoa = 138;
    public const int NongCongDistrict = 302;
    public const int VanHoa = 1013;
    public const int NongCong = 2011;

    /// <summary>Invented thôn of Nông Cống (until 30/6/2025 of Vạn Hòa), in a demo database only.</summary>
    public static IReadOnlyList<int> NongCongHamlets { get; } = [5101, 5102];

    public const int PhuYen = 154;
    public const int TuyAnDistrict = 303;
    public const int AnNghiep = 1021;
    public const int DakLakBefore = 166;
    public const int DakLak = 266;
    public const int TuyAnTay = 2021;

    public const int NamDinhProvince = 136;
    public const int MyLocDistrict = 304;
    public const int NamDinhCity = 305;
    public const int NinhBinh = 237;

    public const int HungYenBefore = 133;
    public const int ThaiBinh = 134;
    public const int HungYen = 233;
}
