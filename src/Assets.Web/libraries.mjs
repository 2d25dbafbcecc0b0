// Copies to wwwroot/lib just the files that pages use, and makes one small sprite of the icons named here: the whole sets weigh
// megabytes, a page needs some forty icons. Run by the build after `npm ci`.
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const files = {
  "tabler.min.css": "@tabler/core/dist/css/tabler.min.css",
  "zxing-browser.min.js": "@zxing/browser/umd/zxing-browser.min.js",
  "htmx.min.js": "htmx.org/dist/htmx.min.js",
  "uplot.min.css": "uplot/dist/uPlot.min.css",
  "uplot.iife.min.js": "uplot/dist/uPlot.iife.min.js",
};

// Used as <svg class="icon" aria-hidden="true"><use href="~/lib/icons.svg#NAME" /></svg>; the drawings are at tabler.io/icons.
const icons = `
  alert-triangle arrow-left arrow-right arrows-exchange bell building building-community calendar-month chart-bar check
  chevron-down chevron-left chevron-right chevron-up circle-check circle-x clipboard-list clock coins contract cpu database
  device-desktop devices dots download edit eye file-invoice file-spreadsheet filter history home info-circle key language link
  list lock lock-open login logout map-pin menu-2 message moon network package player-play plus printer receipt refresh router search
  server server-2 settings shield shopping-cart sort-ascending sort-descending sun tag tool trash truck-delivery upload user user-check users wifi x
  antenna-bars-5 arrow-back-up book briefcase copy device-imac device-laptop device-mobile device-tablet device-tv file-text gavel headset heart-handshake
  keyboard microphone percentage plug-connected presentation scale school send stack-2 star video
  columns clipboard-check barcode bookmark eraser qrcode scan
`.trim().split(/\s+/);

const source = (path) => readFileSync(join(here, "node_modules", path));
const target = join(here, "wwwroot", "lib");
rmSync(target, { recursive: true, force: true });
mkdirSync(target, { recursive: true });
for (const [name, path] of Object.entries(files)) writeFileSync(join(target, name), withoutMap(source(path)));

// The maps are not served, and a browser's console would complain of them on each page.
function withoutMap(bytes) {
  return bytes.toString("utf8").replace(/\n?(\/\/# sourceMappingURL=\S+|\/\*# sourceMappingURL=\S+ \*\/)\s*$/, "\n");
}

const symbols = icons.map((name) => {
  const drawing = source(`@tabler/icons/icons/outline/${name}.svg`).toString("utf8").replace(/<!--[\s\S]*?-->/g, "");
  const inner = drawing.slice(drawing.indexOf(">", drawing.indexOf("<svg")) + 1, drawing.lastIndexOf("</svg>"));
  return `<symbol id="${name}" viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round">${inner.replace(/\s*\n\s*/g, "").trim()}</symbol>`;
});
writeFileSync(join(target, "icons.svg"), `<svg xmlns="http://www.w3.org/2000/svg">\n${symbols.join("\n")}\n</svg>\n`);
