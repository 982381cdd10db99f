import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

export default defineConfig({
  resolve: { alias: { entente: fileURLToPath(new URL("./lib/src/index.ts", import.meta.url)) } },
  test: {
    include: ["lib/src/**/*.test.ts", "app/src/**/*.test.ts", "test/**/*.test.ts", "train/**/*.test.ts"],
    testTimeout: 60_000,
    maxWorkers: 2,
  },
});
