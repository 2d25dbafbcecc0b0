// Passkeys: a form asks for options, the browser asks its owner, and the answer travels in the form's own field. Without a script, or in a
// browser that has no passkeys, the forms stay hidden.
(() => {
  if (!window.PublicKeyCredential?.parseRequestOptionsFromJSON) return;

  const answer = async form => {
    const asked = await fetch(form.dataset.options, { method: "POST", body: new FormData(form), headers: { Accept: "application/json" } });
    if (!asked.ok) throw new Error(`options: ${asked.status}`);
    const options = await asked.json();
    return form.dataset.passkey === "create"
      ? navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options) })
      : navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options) });
  };

  for (const form of document.querySelectorAll("form[data-passkey]")) {
    form.hidden = false;
    form.addEventListener("submit", async event => {
      event.preventDefault();
      const [button, fault] = [form.querySelector("button"), form.querySelector("[data-passkey-fault]")];
      button.disabled = true;
      fault.hidden = true;
      try {
        form.elements.credential.value = JSON.stringify(await answer(form));
        form.submit(); // does not come here again
      } catch {
        fault.hidden = false; // the owner said no, or the device has none: which of them a page is not told
        button.disabled = false;
      }
    });
  }
})();
