// What a first visit loads, gzipped: the entry with all that it imports, and the chunks named on the command line.
import { readdirSync, readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";

const folder = new URL("../../src/zhenyin/web/static/assets/", import.meta.url);
const sizes = readdirSync(folder).map((name) => [name, gzipSync(readFileSync(new URL(name, folder)), { level: 9 }).length]);
for (const [name, size] of sizes.toSorted((a, b) => b[1] - a[1])) console.log(`${(size / 1000).toFixed(1).padStart(8)} kB  ${name}`);
