namespace Assets.Seed.Town;

/// <summary>An invented municipality as it is told: its administrations with their units, and what it owns. Every name is made up.</summary>
internal sealed record Municipality(string Code, string Name, string Seat, string PostcodeArea, double Latitude, double Longitude, IReadOnlyList<Administration> Administrations)
{
    public static IReadOnlyList<Municipality> All { get; } =
    [
        new("100", "Björkåsa kommun", "Björkåsa", "787", 60.31, 15.42,
        [
            new("Kommunledningskontoret", 8, ["IT-enheten", "Ekonomiavdelningen", "HR-avdelningen", "Kommunkansliet", "Medborgarservice"]),
            new("Barn- och utbildningsförvaltningen", 22, ["Åsskolan!", "Centralskolan!", "Björkåsa gymnasium!", "Sjöstrandsskolan!", "Förskolan Tallkotten!", "Förskolan Blåbäret!", "Elevhälsan"]),
            new("Vård- och omsorgsförvaltningen", 14, ["Solgårdens äldreboende!", "Strandhemmets äldreboende!", "Hemtjänst norr!", "Hemtjänst söder", "Biståndsenheten"]),
            new("Socialförvaltningen", 9, ["Individ- och familjeomsorgen", "LSS-verksamheten!", "Familjecentralen!"]),
            new("Samhällsbyggnadsförvaltningen", 8, ["Gata och park!", "Plan och bygg", "Mät och kart"]),
            new("Kultur- och fritidsförvaltningen", 6, ["Björkåsa bibliotek!", "Sporthallen Åsen!", "Kulturskolan!"]),
            new("Miljöförvaltningen", 3, ["Livsmedelskontroll", "Miljötillsyn"]),
            new("Räddningstjänsten Tre sjöar", 4, ["Brandstationen Björkåsa!", "Förebyggande"]),
            new("Måltidsförvaltningen", 3, ["Centralköket!", "Skolköken"]),
            new("Näringslivskontoret", 2, ["Turistbyrån!", "Näringslivsservice"]),
        ]),
        new("200", "Norrsjö kommun", "Norrsjö", "795", 60.52, 15.11,
        [
            new("Kommunstyrelsens kansli", 6, ["Kanslienheten", "Ekonomi och upphandling", "Växel och reception"]),
            new("Utbildningsförvaltningen", 16, ["Norrsjöskolan!", "Bergaskolan!", "Forsens skola!", "Förskolan Ekorren!", "Vuxenutbildningen!"]),
            new("Omsorgsförvaltningen", 11, ["Furugårdens äldreboende!", "Hemtjänsten Norrsjö!", "Korttidsboendet!"]),
            new("Individ- och familjeförvaltningen", 5, ["Mottagningsenheten", "Familjeenheten"]),
            new("Tekniska förvaltningen", 6, ["Fastighetsdrift!", "Vatten och avlopp!", "Gatuenheten"]),
            new("Fritidsförvaltningen", 3, ["Norrsjö ishall!", "Ungdomens hus!"]),
            new("Biblioteksförvaltningen", 2, ["Norrsjö bibliotek!", "Bokbussen"]),
            new("Bygg- och miljöförvaltningen", 3, ["Bygglov", "Hälsoskydd"]),
            new("Arbetsmarknadsförvaltningen", 2, ["Arbetscentrum!", "Integrationsenheten"]),
        ]),
        new("300", "Lindhyttans kommun", "Lindhyttan", "776", 60.08, 15.87,
        [
            new("Kommunkontoret", 5, ["Administrativa enheten", "Personalenheten", "Ekonomienheten"]),
            new("Skolförvaltningen", 14, ["Hytteskolan!", "Gruvskolan!", "Ängsskolan!", "Förskolan Smultronet!"]),
            new("Äldreförvaltningen", 10, ["Lindgårdens äldreboende!", "Hemvården Lindhyttan!", "Nattpatrullen"]),
            new("Stöd- och omsorgsförvaltningen", 5, ["Funktionsstöd!", "Ekonomiskt bistånd"]),
            new("Samhällsförvaltningen", 5, ["Drift och underhåll!", "Stadsbyggnad"]),
            new("Kulturförvaltningen", 3, ["Lindhyttans bibliotek!", "Hyttmuseets arkiv"]),
            new("Tillsynsförvaltningen", 2, ["Miljöinspektörerna", "Alkohol och tobak"]),
            new("Kostförvaltningen", 2, ["Produktionsköket!", "Mottagningsköken"]),
            new("Överförmyndarens kansli", 1, ["Överförmyndarenheten"]),
        ]),
    ];

    /// <summary>Companies and foundations, with the municipality that owns each.</summary>
    public static IReadOnlyList<OwnedEntity> Owned { get; } =
    [
        new("B01", "Björkåsa Bostäder AB", "company", "100", 6, ["Uthyrning!", "Fastighetsskötsel"]),
        new("B02", "Björkåsa Energi AB", "company", "100", 6, ["Elnät!", "Kundservice", "Fjärrvärme"]),
        new("B03", "Norrsjö Bostads AB", "company", "200", 4, ["Kontoret!", "Bovärdar"]),
        new("B04", "Norrsjö Vatten AB", "company", "200", 3, ["Vattenverket!", "Reningsverket!"]),
        new("B05", "Lindhyttans Hyreshus AB", "company", "300", 4, ["Kontoret!", "Drift"]),
        new("B06", "Lindhyttans Fjärrvärme AB", "company", "300", 2, ["Värmeverket!"]),
        new("B07", "Tre Sjöars Avfall AB", "company", "100", 4, ["Återvinningscentralen!", "Insamling", "Administration"]),
        new("B08", "Tre Sjöars Näringsliv AB", "company", "200", 2, ["Företagslotsen!"]),
        new("S01", "Stiftelsen Björkåsa Hembygd", "foundation", "100", 2, ["Hembygdsgården!"]),
        new("S02", "Stiftelsen Norrsjö Samlingshus", "foundation", "200", 1, ["Samlingshuset!"]),
        new("S03", "Stiftelsen Lindhyttans Gruvmuseum", "foundation", "300", 2, ["Gruvmuseet!"]),
        new("S04", "Stiftelsen Tre Sjöars Friluftsliv", "foundation", "300", 1, ["Naturrum!"]),
    ];
}

/// <param name="Weight">How much of the equipment it has, against the others.</param>
/// <param name="Units">A name with an exclamation mark has premises of its own; the others sit in the seat's town hall.</param>
internal sealed record Administration(string Name, int Weight, IReadOnlyList<string> Units);

internal sealed record OwnedEntity(string Code, string Name, string Kind, string Owner, int Weight, IReadOnlyList<string> Units);
