// Runs before the page is drawn: marks that scripts run, and takes the system's light or dark where no choice was made.
(() => {
  const root = document.documentElement;
  root.classList.add("scripts");
  const dark = matchMedia("(prefers-color-scheme: dark)");
  const chosen = () => /(?:^|; )assets\.theme=(light|dark)/.exec(document.cookie)?.[1];
  const apply = () => root.setAttribute("data-bs-theme", chosen() ?? (dark.matches ? "dark" : "light"));
  apply();
  dark.addEventListener("change", apply);
  document.addEventListener("click", event => {
    if (!event.target.closest("[data-theme-toggle]")) return;
    const theme = root.getAttribute("data-bs-theme") === "dark" ? "light" : "dark";
    document.cookie = `assets.theme=${theme}; path=/; max-age=31536000; samesite=lax${location.protocol === "https:" ? "; secure" : ""}`;
    apply();
    document.dispatchEvent(new CustomEvent("theme"));
  });
})();
