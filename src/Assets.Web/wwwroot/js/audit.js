// Scans of an audit survive a page without a network: they are kept in the browser until the server has answered for them. The server
// takes a label once however often it is sent, so that sending again is safe.
(() => {
  addEventListener("DOMContentLoaded", () => {
    const form = document.querySelector("[data-audit]");
    if (!form) return;
    const rows = form.querySelector("[data-scan-rows]");
    const status = form.querySelector("[data-scan-status]");
    const place = `assets.audit.${form.dataset.audit}`;
    const sent = `${place}.sent`;

    // What was sent and answered by a new page is done with; what was not is still in the field.
    if (sessionStorage.getItem(sent) && document.querySelector(".alert-success")) localStorage.removeItem(place);
    sessionStorage.removeItem(sent);
    const kept = localStorage.getItem(place);
    if (kept) kept.split("\n").forEach(text => form.dispatchEvent(new CustomEvent("scan", { detail: text })));
    form.addEventListener("scanned", () => localStorage.setItem(place, rows.value));
    form.addEventListener("submit", event => {
      if (navigator.onLine) {
        sessionStorage.setItem(sent, "1");
        return;
      }
      event.preventDefault();
      status.textContent = status.dataset.offline;
    });

    const button = form.querySelector("[data-camera]");
    const view = form.querySelector("[data-camera-view]");
    // A browser lends its camera over TLS or on the machine itself only; the reader is fetched when it is first asked for.
    if (!navigator.mediaDevices?.getUserMedia) return;
    const library = () => new Promise((resolve, reject) => {
      if (window.ZXingBrowser) return resolve();
      const script = document.createElement("script");
      script.src = button.dataset.camera;
      script.addEventListener("load", resolve);
      script.addEventListener("error", reject);
      document.head.append(script);
    });
    button.hidden = false;
    let controls = null;
    button.addEventListener("click", async () => {
      if (controls) {
        controls.stop();
        controls = null;
        view.hidden = true;
        return;
      }
      button.disabled = true; // until it runs: a second click stops it
      let last = "";
      try {
        await library();
        view.hidden = false;
        controls = await new ZXingBrowser.BrowserMultiFormatReader().decodeFromVideoDevice(undefined, view, result => {
          const text = result?.getText();
          if (!text || text === last) return;
          last = text;
          form.dispatchEvent(new CustomEvent("scan", { detail: text }));
        });
      } catch {
        view.hidden = true; // refused, taken by another program, or there is none
        status.textContent = status.dataset.refused;
        status.classList.add("bad");
      }
      button.disabled = false;
    });
  });
})();
