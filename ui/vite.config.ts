import react from "@vitejs/plugin-react";
import type { Plugin } from "vite";
import { defineConfig } from "vitest/config";
import { addresses } from "./addresses";

/** The page that most visits begin with is fetched beside the shell, not after the shell has been read. */
function early(page: string): Plugin {
  return {
    name: "early",
    apply: "build",
    transformIndexHtml: {
      order: "post",
      handler(html, { bundle }) {
        const chunks = new Map(Object.values(bundle ?? {}).flatMap((file) => (file.type === "chunk" ? [[file.fileName, file] as const] : [])));
        const wanted = new Set<string>();
        const add = (name: string) => {
          if (wanted.has(name)) return;
          wanted.add(name);
          chunks.get(name)?.imports.forEach(add);
        };
        [...chunks.values()].filter((chunk) => chunk.facadeModuleId?.endsWith(page)).forEach((chunk) => add(chunk.fileName));
        return [...wanted]
          .filter((name) => !html.includes(name))
          .map((name) => ({ tag: "link", attrs: { rel: "modulepreload", crossorigin: true, href: `/${name}` }, injectTo: "head" as const }));
      },
    },
  };
}

/** The server reads which addresses are pages. */
function pages(): Plugin {
  return {
    name: "pages",
    apply: "build",
    generateBundle() {
      this.emitFile({ type: "asset", fileName: "pages.json", source: JSON.stringify(addresses("src/pages")) });
    },
  };
}

const server = process.env.ZHENYIN_URL ?? "http://127.0.0.1:8000";

export default defineConfig({
  plugins: [react(), early("/pages/overview/Overview.tsx"), pages()],
  build: {
    outDir: "../src/zhenyin/web/static",
    emptyOutDir: true,
    target: "es2022",
    // The server forbids inline scripts: the polyfill would be one.
    modulePreload: { polyfill: false },
    // The drawing library is one chunk by nature.
    chunkSizeWarningLimit: 600,
  },
  server: { proxy: { "/api": server } },
  test: { environment: "jsdom", include: ["src/**/*.test.{ts,tsx}"], setupFiles: ["src/app/test-setup.ts"] },
});
