using Assets.Core.Inventory;

namespace Assets.Export.Workbooks;

/// <summary>The texts of the register's files, in the words of the pages. Required members: a language that lacks one does not compile.</summary>
public sealed record RegisterWords
{
    public required string Title { get; init; }
    public required string Summary { get; init; }
    public required string Parts { get; init; }
    public required string Customers { get; init; }
    public required string Register { get; init; }
    public required string Believed { get; init; }
    public required string Read { get; init; }
    public required string SumOfRows { get; init; }
    public required string Counted { get; init; }
    public required string Check { get; init; }
    public required string Agrees { get; init; }
    public required string Differs { get; init; }
    public required string Sum { get; init; }
    public required string StillHeld { get; init; }
    public required string SumOfCustomers { get; init; }
    public required string NotRented { get; init; }
    public required string NotRentedOrByAnother { get; init; }
    public required string Assets { get; init; }
    public required string Rented { get; init; }
    public required string Tag { get; init; }
    public required string Serial { get; init; }
    public required string Kind { get; init; }
    public required string ModelCode { get; init; }
    public required string Model { get; init; }
    public required string State { get; init; }
    public required string SiteCode { get; init; }
    public required string Site { get; init; }
    public required string Room { get; init; }
    public required string UserUnitCode { get; init; }
    public required string UserUnit { get; init; }
    public required string UserAccount { get; init; }
    public required string CustomerCode { get; init; }
    public required string Customer { get; init; }
    public required string PayerCode { get; init; }
    public required string Payer { get; init; }
    public required string CostCode { get; init; }
    public required string Purchased { get; init; }
    public required string Price { get; init; }
    public required string BookValue { get; init; }
    public required string Line { get; init; }
    public required string MonthlyRent { get; init; }
    public required string Parent { get; init; }

    /// <summary>In the order of <see cref="AssetKind"/>.</summary>
    public required string[] Kinds { get; init; }

    /// <summary>In the order of <see cref="AssetState"/>.</summary>
    public required string[] States { get; init; }

    private static readonly RegisterWords Swedish = new()
    {
        Title = "Inventarieregister", Summary = "Sammanställning", Parts = "Slag och tillstånd", Customers = "Kunder", Register = "Register",
        Believed = "Så som det var känt vid slutet av", Read = "Uppgifterna hämtade", SumOfRows = "Summa av raderna", Counted = "Räknat när raderna lästes",
        Check = "Kontroll", Agrees = "STÄMMER", Differs = "AVVIKER", Sum = "Summa", StillHeld = "Varav i behåll (ej skrotat eller förlorat)", SumOfCustomers = "Summa av kunderna",
        NotRented = "Ej uthyrt", NotRentedOrByAnother = "Ej uthyrt eller betalas av annan", Assets = "Antal", Rented = "Uthyrda",
        Tag = "Inventarienummer", Serial = "Serienummer", Kind = "Slag", ModelCode = "Modellkod", Model = "Modell", State = "Tillstånd", SiteCode = "Platskod", Site = "Plats", Room = "Rum",
        UserUnitCode = "Användarens enhetskod", UserUnit = "Användare", UserAccount = "Användarkonto", CustomerCode = "Kundkod", Customer = "Kund", PayerCode = "Betalarens enhetskod", Payer = "Betalare",
        CostCode = "Kostnadskod", Purchased = "Inköpt", Price = "Inköpspris", BookValue = "Bokfört värde", Line = "Avtalsrad", MonthlyRent = "Månadshyra", Parent = "Hör till",
        Kinds = ["Router", "Växel", "Modem", "Brandvägg", "Accesspunkt", "Server", "Dator", "Skärm", "Dockningsstation", "Tillbehör", "Skrivare", "Multifunktionsskrivare", "Avbrottsfri kraft"],
        States = ["Beställd", "I lager", "I bruk", "På reparation", "Utrangerad", "Skrotad", "Förlorad"],
    };

    private static readonly RegisterWords English = new()
    {
        Title = "Asset register", Summary = "Summary", Parts = "Kind and state", Customers = "Customers", Register = "Register",
        Believed = "As it was known at the end of", Read = "Read", SumOfRows = "Sum of the rows", Counted = "Counted as the rows were read",
        Check = "Check", Agrees = "AGREES", Differs = "DIFFERS", Sum = "Sum", StillHeld = "Of which still held (not disposed or lost)", SumOfCustomers = "Sum of the customers",
        NotRented = "Not rented", NotRentedOrByAnother = "Not rented, or paid for by another", Assets = "Count", Rented = "Rented out",
        Tag = "Asset tag", Serial = "Serial", Kind = "Kind", ModelCode = "Model code", Model = "Model", State = "State", SiteCode = "Site code", Site = "Site", Room = "Room",
        UserUnitCode = "User's unit code", UserUnit = "User", UserAccount = "User account", CustomerCode = "Customer code", Customer = "Customer", PayerCode = "Payer's unit code", Payer = "Payer",
        CostCode = "Cost code", Purchased = "Purchased", Price = "Purchase price", BookValue = "Book value", Line = "Contract line", MonthlyRent = "Monthly rent", Parent = "Belongs to",
        Kinds = ["Router", "Switch", "Modem", "Firewall", "Access point", "Server", "Computer", "Monitor", "Dock", "Peripheral", "Printer", "Multifunction printer", "UPS"],
        States = ["Ordered", "In stock", "In use", "In repair", "Retired", "Disposed", "Lost"],
    };

    public static RegisterWords Of(Language language) => language switch
    {
        Language.Swedish => Swedish,
        Language.English => English,
        _ => throw new ArgumentOutOfRangeException(nameof(language), language, "No texts in this language."),
    };

    public string Of(AssetKind kind) => Kinds[(int)kind];

    public string Of(AssetState state) => States[(int)state];
}
