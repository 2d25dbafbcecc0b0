// tally.mjs FOLDER PROJECT...: sums the runners' own result files (FOLDER/PROJECT.trx, exit code in FOLDER/PROJECT.exit), names what
// failed and what was skipped, and ends with `N passed, N failed, N skipped`. With --brief only that line. Exit 1 if anything failed.
import { readFileSync, existsSync } from "node:fs";
import { join } from "node:path";

const brief = process.argv[2] === "--brief";
const [folder, ...projects] = process.argv.slice(brief ? 3 : 2);

const entities = { lt: "<", gt: ">", quot: '"', apos: "'", amp: "&" };
const decode = (text) => text.replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (whole, hex, number, name) =>
  hex ? String.fromCodePoint(parseInt(hex, 16)) : number ? String.fromCodePoint(Number(number)) : entities[name] ?? whole);
const attributes = (text) => Object.fromEntries([...text.matchAll(/([\w:]+)="([^"]*)"/g)].map(([, name, value]) => [name, decode(value)]));
const element = (text, name) => decode(text.match(new RegExp(`<${name}>([\\s\\S]*?)</${name}>`))?.[1] ?? "").trim();

// The runner writes the reason of a skip as output, and the cause of a failure as an error.
const reason = (body) => (element(body, "Message") || element(body, "StdOut") || "no reason given").replaceAll('\\"', '"');

function tally(project) {
  const file = join(folder, `${project}.trx`);
  const exit = Number(existsSync(join(folder, `${project}.exit`)) ? readFileSync(join(folder, `${project}.exit`), "utf8") : 1);
  const trx = existsSync(file) ? readFileSync(file, "utf8") : "";
  const counters = trx.match(/<Counters\b([^>]*)\/>/);
  if (!counters) return { passed: 0, skipped: 0, failures: [[project, `no results: ${existsSync(join(folder, `${project}.exit`)) ? `it does not build, crashed or took too long (exit code ${exit})` : "it was never run"}`]], skips: [] };

  const { total, executed, passed } = attributes(counters[1]);
  const failures = [], skips = [];
  for (const [, attributeText, body = ""] of trx.matchAll(/<UnitTestResult((?:\s+[\w:]+="[^"]*")*)\s*(?:\/>|>([\s\S]*?)<\/UnitTestResult>)/g)) {
    const { testName, outcome } = attributes(attributeText);
    if (outcome === "NotExecuted") skips.push([testName, reason(body)]);
    else if (outcome !== "Passed") failures.push([testName, `${reason(body)}\n${element(body, "StackTrace")}`]);
  }
  for (let unnamed = Number(executed) - Number(passed) - failures.length; unnamed > 0; unnamed--) failures.push([project, "a failed test that its result file does not name"]);
  if (total === "0") failures.push([project, "no test was found in it"]);
  else if (exit !== 0 && failures.length === 0) failures.push([project, `the runner ended with exit code ${exit} although each test passed`]);
  return { passed: Number(passed), skipped: Number(total) - Number(executed), failures, skips };
}

const sum = { passed: 0, skipped: 0, failures: [], skips: [] };
for (const project of projects) {
  const { passed, skipped, failures, skips } = tally(project);
  sum.passed += passed;
  sum.skipped += skipped;
  sum.failures.push(...failures);
  sum.skips.push(...skips);
}
if (!brief) {
  for (const [name, why] of sum.skips) console.log(`skipped  ${name}\n         because ${why.replaceAll("\n", "\n         ")}`);
  for (const [name, why] of sum.failures) console.log(`FAILED   ${name}\n         ${why.trim().replaceAll("\n", "\n         ")}`);
}
console.log(`${sum.passed} passed, ${sum.failures.length} failed, ${sum.skipped} skipped`);
process.exitCode = sum.failures.length ? 1 : 0;
