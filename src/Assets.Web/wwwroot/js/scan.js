// A field that a hand scanner types into: Enter adds a row, Enter in the empty field goes to the button. The rows lie in the text field
// that the form has without a script, so that both send the same.
(() => {
  const key = text => text.normalize("NFC").trim().toUpperCase();
  // A label's QR code may hold the asset's address, which ends with its tag: then both codes of a label are the same scan.
  const tagIn = text => {
    const tag = /^https?:\/\/\S+\/t\/([^/?#]+)$/i.exec(text)?.[1];
    try {
      return tag ? decodeURIComponent(tag) : text;
    } catch {
      return text; // an address that is none of ours
    }
  };

  const start = form => {
    const part = name => form.querySelector(`[data-scan${name}]`);
    const [field, rows, list, status, count, pairs, done] = ["", "-rows", "-list", "-status", "-count", "-pairs", "-done"].map(part);
    const read = () => rows.value.split("\n").map(line => line.trim()).filter(Boolean);
    let waiting = null; // a serial whose label comes next

    const show = () => {
      const lines = read();
      list.replaceChildren(...lines.map((line, i) => {
        const item = document.createElement("li");
        const text = item.appendChild(document.createElement("span"));
        text.className = "serial";
        text.textContent = line.replace(";", "  →  ");
        const remove = item.appendChild(document.createElement("button"));
        remove.type = "button";
        remove.className = "btn-close";
        remove.setAttribute("aria-label", `${list.dataset.remove} ${line}`);
        remove.addEventListener("click", () => {
          write(read().filter((_, other) => other !== i));
          say("removed", line);
          field.focus();
        });
        return item;
      }).reverse());
      if (count) count.textContent = lines.length;
    };
    const write = lines => {
      rows.value = lines.join("\n");
      show();
      form.dispatchEvent(new CustomEvent("scanned"));
    };
    const say = (what, text, bad = false) => {
      status.textContent = `${status.dataset[what]} ${text}`;
      status.classList.toggle("bad", bad);
    };
    const add = scanned => {
      const text = tagIn(scanned);
      if (waiting !== null && pairs?.checked) {
        write([...read(), `${waiting};${text}`]);
        say("added", `${waiting} → ${text}`);
        waiting = null;
        return;
      }
      const serial = text.split(/[;\t]/)[0];
      if (read().some(line => key(line.split(/[;\t]/)[0]) === key(serial))) say("twice", text, true);
      else if (pairs?.checked && serial === text) {
        waiting = text;
        say("tag", text);
      } else {
        write([...read(), text]);
        say("added", text);
      }
    };

    field.addEventListener("keydown", event => {
      if (event.key !== "Enter") return;
      event.preventDefault();
      const text = field.value.trim();
      field.value = "";
      if (text) add(text);
      else done.focus();
    });
    field.addEventListener("paste", event => {
      const text = event.clipboardData.getData("text");
      if (!text.includes("\n")) return;
      event.preventDefault();
      text.split("\n").map(line => line.trim()).filter(Boolean).forEach(add);
    });
    form.addEventListener("scan", event => add(event.detail));
    form.addEventListener("submit", () => {
      if (field.value.trim()) add(field.value.trim());
      field.value = "";
    });
    form.querySelector("[data-scan-plain]").hidden = true;
    show();
    field.focus();
  };

  addEventListener("DOMContentLoaded", () => document.querySelectorAll("[data-scans]").forEach(start));
})();
