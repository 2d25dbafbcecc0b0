namespace Assets.Web.Pages.Standard;

/// <param name="MayChange">It is in a draft of somebody who may change it.</param>
/// <param name="InUse">How many run today, whatever edition they came from.</param>
public sealed record ProductCard(PricedProduct Priced, int Edition, bool MayChange, long InUse);
