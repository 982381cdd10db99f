/**
 * Compiles the kernels with AssemblyScript: `npx tsx train/kernel/build.ts`.
 * The sources end in `.as` because plain TypeScript cannot read them; the compiler wants `.ts`, so it gets copies.
 * `run.as` goes to `lib/src/language/model/kernel-bytes.ts` as base64, `train.as` to `work/kernel/train.wasm`.
 */
import { execFileSync } from "node:child_process";
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const root = join(here, "../..");
const scratch = join(root, "work/kernel");
const OPTIONS = ["-O3", "--runtime", "stub", "--noAssert", "--importMemory", "--enable", "simd"];

function compile(name: string): Buffer {
  const wasm = join(scratch, `${name}.wasm`);
  const asc = join(root, "node_modules/.bin/asc");
  execFileSync(asc, [join(scratch, `${name}.ts`), ...OPTIONS, "-o", wasm], { stdio: "inherit" });
  return readFileSync(wasm);
}

/** Base64 in lines of 96 characters joined by the compiler. */
function bytesModule(wasm: Buffer): string {
  const lines = wasm.toString("base64").match(/.{1,96}/g)!;
  return [
    "/** The kernel `train/kernel/run.as` as WebAssembly in base64; written by `train/kernel/build.ts`. */",
    "export const KERNEL_BASE64 = [",
    ...lines.map((line) => `  "${line}",`),
    '].join("");',
    "",
  ].join("\n");
}

mkdirSync(scratch, { recursive: true });
for (const name of ["math", "run", "train"])
  copyFileSync(join(here, `${name}.as`), join(scratch, `${name}.ts`));
writeFileSync(join(root, "lib/src/language/model/kernel-bytes.ts"), bytesModule(compile("run")));
compile("train");
