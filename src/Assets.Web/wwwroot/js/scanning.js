// A scanner types and presses Enter: the form is sent, what it changes is put on the page, what came of it is spoken, and the field is
// ready for the next one, without a page between. Without this script each scan loads the page, with the field in focus again.
(() => {
  let sending = Promise.resolve(); // one after the other: a scanner is quicker than an answer

  const send = async (form, body, said) => {
    try {
      const answer = await fetch(form.action, { method: "POST", body });
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      const fresh = page.querySelector(form.dataset.scan);
      if (!answer.ok || !fresh) return location.reload();
      document.querySelector(form.dataset.scan).replaceWith(fresh);
      const spoken = page.querySelector("[data-said]");
      said.textContent = spoken ? spoken.textContent : "";
      const deliver = page.querySelector("[data-follows]");
      const shown = document.querySelector("[data-follows]");
      if (deliver && shown) shown.replaceWith(deliver);
    } catch {
      said.textContent = form.dataset.failed;
    }
  };

  document.addEventListener("submit", event => {
    const form = event.target.closest("form[data-scan]");
    if (!form) return;
    event.preventDefault();
    const field = form.querySelector("input:not([type=hidden])");
    const body = new FormData(form);
    field.value = "";
    field.focus();
    sending = sending.then(() => send(form, body, form.querySelector("[data-said]")));
  });
})();
