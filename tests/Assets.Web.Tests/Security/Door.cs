using System.Net;
using Assets.Core.Access;

namespace Assets.Web.Tests.Security;

/// <summary>A page's address, or one of the forms on it.</summary>
/// <param name="Call">As it is mapped: <c>POST months/{month}?Close</c>.</param>
/// <param name="Real">Of something that is there, called by those who may not: then nothing happens.</param>
/// <param name="Harmless">Called by those who may: a page to look at, or a form about something that is not there.</param>
/// <param name="AnyOf">The permissions of which one lets in; with none, anyone who has signed in may.</param>
internal sealed record Door(string Call, string Real, string Harmless, IReadOnlyList<Permission> AnyOf)
{
    /// <summary>Whoever sees the page may press the button, and the operation's refusal is told there.</summary>
    public bool IsToldOnThePage { get; init; }

    /// <summary>The example has nothing of the kind: whoever may is told that it is missing.</summary>
    public bool ShowsNothing { get; init; }

    public bool IsForAnyone { get; init; }

    public HttpMethod Method => Call.StartsWith("POST", StringComparison.Ordinal) ? HttpMethod.Post : HttpMethod.Get;

    public bool Lets(Role role) => AnyOf.Count == 0 || AnyOf.Any(permission => Grants.Allows(role, permission));

    /// <summary>What somebody who may not gets to hear.</summary>
    public bool IsRefusal(HttpStatusCode status) => status is HttpStatusCode.Forbidden or HttpStatusCode.NotFound || (IsToldOnThePage && status == HttpStatusCode.Found);

    /// <summary>What somebody who may gets to hear: the page or a way on; of a form about nothing, that it is missing or not filled in.</summary>
    public bool IsWelcome(HttpStatusCode status) => Method == HttpMethod.Get
        ? status is HttpStatusCode.OK or HttpStatusCode.Found || (ShowsNothing && status is HttpStatusCode.NotFound or HttpStatusCode.NoContent)
        : status is HttpStatusCode.OK or HttpStatusCode.Found or HttpStatusCode.NotFound or HttpStatusCode.UnprocessableEntity or HttpStatusCode.BadRequest;
}

/// <summary>A form, by its handler's name; none for the page's only one. Without permissions of its own it has the page's.</summary>
internal sealed record Form(string Handler, params IReadOnlyList<Permission> AnyOf)
{
    public bool IsToldOnThePage { get; init; }

    public static implicit operator Form(string handler) => new(handler);
}

/// <summary>A page with what is on it.</summary>
/// <param name="Route">As it is mapped.</param>
/// <param name="Unknown">The same page of something that is not there; none where its forms do nothing when they are empty.</param>
internal sealed record DoorsOf(string Route, string Address, string? Unknown, IReadOnlyList<Permission> AnyOf, params IReadOnlyList<Form> Forms)
{
    /// <summary>Other things that the page answers with, each with its query.</summary>
    public IReadOnlyList<string> Files { get; init; } = [];

    public bool HasNoPage { get; init; }

    public bool ShowsNothing { get; init; }

    public bool IsForAnyone { get; init; }

    public IEnumerable<Door> All()
    {
        if (!HasNoPage) yield return Open("GET " + Route, Address, Address, AnyOf);
        foreach (var file in Files)
        {
            var address = With(Address, file);
            yield return Open($"GET {Route}?{file.Split('&')[0]}", address, address, AnyOf);
        }
        foreach (var form in Forms)
        {
            var call = form.Handler.Length == 0 ? $"POST {Route}" : $"POST {Route}?{form.Handler}";
            yield return Open(call, With(Address, form.Handler), With(Unknown ?? Address, form.Handler), form.AnyOf.Count > 0 ? form.AnyOf : AnyOf) with { IsToldOnThePage = form.IsToldOnThePage };
        }
    }

    private Door Open(string call, string real, string harmless, IReadOnlyList<Permission> anyOf) => new(call, real, harmless, anyOf) { ShowsNothing = ShowsNothing, IsForAnyone = IsForAnyone };

    private static string With(string address, string handler) => handler.Length == 0 ? address : $"{address}{(address.Contains('?', StringComparison.Ordinal) ? '&' : '?')}handler={handler}";
}
