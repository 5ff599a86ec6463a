namespace DenSach.Modules.Accounts;

/// <summary>Where the people of the demo hold their roles.</summary>
internal static class DemoPlaces
{
    public const int Country = 1;
    public const int LaiChau = 12;
    public const int BinhLu = 3001;
    public const int Hamlet1 = 300101;
    public const int Hamlet2 = 300102;
    public const int NongCong = 3002;
}
