// What a first visit loads, gzipped, and whether that is light enough: what the page names, and the engine that draws lines. Then all chunks.
import { readdirSync, readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";

const MOST = 350;

const folder = new URL("../../src/zhenyin/web/static/", import.meta.url);
const page = readFileSync(new URL("index.html", folder), "utf8");
const weigh = (name) => gzipSync(readFileSync(new URL(`assets/${name}`, folder)), { level: 9 }).length / 1000;
const sizes = readdirSync(new URL("assets/", folder)).map((name) => [name, weigh(name)]);
const first = sizes.filter(([name]) => page.includes(`/assets/${name}`) || name.startsWith("engine-"));
const total = first.reduce((sum, [, size]) => sum + size, 0);

for (const [name, size] of sizes.toSorted((a, b) => b[1] - a[1])) console.log(`${size.toFixed(1).padStart(8)} kB  ${name}${first.some(([one]) => one === name) ? "  *" : ""}`);
console.log(`${total.toFixed(1).padStart(8)} kB  * the first page, of at most ${MOST}`);
if (total > MOST) process.exitCode = 1;
