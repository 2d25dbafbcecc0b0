// Keys, the menu on a phone and the help: what a page does without a server. Everything works without it, only slower.
(() => {
  const dialog = () => document.getElementById("keys");
  const isTyping = target => target.closest?.("input, textarea, select, [contenteditable]");
  let going = false; // g was the last key: the next one names the place

  document.addEventListener("keydown", event => {
    if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target) || dialog()?.open) return;
    if (going) {
      going = false;
      const place = document.querySelector(`[data-go="${CSS.escape(event.key)}"]`);
      if (!place) return;
      event.preventDefault();
      place.click();
    } else if (event.key === "g") {
      going = true;
    } else if (event.key === "/") {
      const search = [...document.querySelectorAll("[data-search]")].find(field => field.offsetParent);
      if (!search) return;
      event.preventDefault();
      search.focus();
      search.select();
    } else if (event.key === "?") {
      dialog()?.showModal();
    }
  });

  // A form that is sent once: the second click of a double click goes nowhere. Coming back to the page opens it again.
  document.addEventListener("submit", event => {
    const form = event.target.closest("form[data-once]");
    if (!form || event.defaultPrevented) return;
    if (form.dataset.sent) event.preventDefault();
    form.dataset.sent = "1";
  });
  window.addEventListener("pageshow", () => document.querySelectorAll("form[data-sent]").forEach(form => delete form.dataset.sent));

  document.addEventListener("click", event => {
    const toggle = event.target.closest("[data-toggle]");
    if (toggle) {
      const open = document.querySelector(toggle.dataset.toggle).classList.toggle("show");
      toggle.setAttribute("aria-expanded", open);
    }
    if (event.target.closest("[data-help]")) dialog()?.showModal();
    if (event.target.closest("[data-close]") || event.target === dialog()) dialog()?.close();
  });
})();
