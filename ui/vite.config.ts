import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";

const server = process.env.ZHENYIN_URL ?? "http://127.0.0.1:8000";

export default defineConfig({
  plugins: [react()],
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
