// Draws traffic from the table beside it, so that drawing and table cannot differ.
(() => {
  const units = ["bit/s", "kbit/s", "Mbit/s", "Gbit/s", "Tbit/s"];
  const rate = bits => {
    let unit = 0;
    while (bits >= 1000 && unit < units.length - 1) [bits, unit] = [bits / 1000, unit + 1];
    return `${new Intl.NumberFormat(document.documentElement.lang, { maximumFractionDigits: 1 }).format(bits)} ${units[unit]}`;
  };
  const number = text => (text === undefined || text === "" ? null : Number(text));
  // A canvas knows no variables: an element resolves them.
  const colour = name => {
    const probe = document.body.appendChild(document.createElement("span"));
    probe.style.color = `var(${name})`;
    const found = getComputedStyle(probe).color;
    probe.remove();
    return found;
  };

  const draw = figure => {
    const place = figure.querySelector(".traffic-drawing");
    const rows = [...figure.querySelectorAll("tr[data-t]")].map(row => row.dataset);
    const axis = { stroke: colour("--tblr-secondary"), grid: { stroke: colour("--tblr-border-color"), width: 1 }, ticks: { show: false }, font: "12px system-ui" };
    const line = (label, name, fill) => ({ label, stroke: colour(name), width: 2, fill, points: { show: false }, value: (_, bits) => (bits === null ? "–" : rate(bits)) });
    place.replaceChildren();
    const drawing = new uPlot(
      {
        width: place.clientWidth,
        height: 200,
        cursor: { y: false },
        axes: [{ ...axis, values: (_, times) => times.map(t => new Date(t * 1000).toLocaleTimeString("sv", { hour: "2-digit", minute: "2-digit" })) }, { ...axis, size: 86, values: (_, bits) => bits.map(rate) }],
        scales: { y: { range: (_, low, high) => [0, Math.max(high * 1.08, 1000)] } },
        series: [{ label: figure.dataset.time, value: (_, t) => (t === null ? "–" : new Date(t * 1000).toLocaleTimeString("sv", { hour: "2-digit", minute: "2-digit" })) }, line(figure.dataset.in, "--tblr-primary", "rgba(32,107,196,.12)"), line(figure.dataset.out, "--tblr-teal")],
      },
      [rows.map(r => Number(r.t)), rows.map(r => number(r.i)), rows.map(r => number(r.o))],
      place);
    return drawing;
  };

  const all = () => document.querySelectorAll("[data-traffic]").forEach(draw);
  addEventListener("load", all);
  document.addEventListener("theme", all);
  let wait;
  addEventListener("resize", () => {
    clearTimeout(wait);
    wait = setTimeout(all, 150);
  });
})();
