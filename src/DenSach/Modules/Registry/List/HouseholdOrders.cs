namespace DenSach.Modules.Registry.List;

/// <summary>How an order is called in an address.</summary>
public static class HouseholdOrders
{
    public const string Name = "ten";

    public static HouseholdOrder Of(string? word) => word == Name ? HouseholdOrder.Name : HouseholdOrder.Hamlet;

    public static string? Word(this HouseholdOrder order) => order == HouseholdOrder.Name ? Name : null;
}
