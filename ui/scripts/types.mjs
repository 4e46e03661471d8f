// Writes src/api/schema.d.ts from the description that the server gives of itself.
import { execFileSync } from "node:child_process";
import { existsSync, writeFileSync } from "node:fs";
import openapiTS, { astToString } from "openapi-typescript";

const house = new URL("../../", import.meta.url);
const inside = new URL(".venv/bin/python", house);
const python = process.env.PYTHON ?? (existsSync(inside) ? inside.pathname : "python3");
const code = "import json; from zhenyin.web.app import describe; print(json.dumps(describe()))";
const described = execFileSync(python, ["-c", code], { cwd: house, maxBuffer: 1 << 28 });
const head = "// Made by `npm run types` from the server's description of itself. Do not edit.\n\n";
writeFileSync(new URL("../src/api/schema.d.ts", import.meta.url), head + astToString(await openapiTS(JSON.parse(described))));
