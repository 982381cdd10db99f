import type { Kernel } from "./kernel.js";
import { KERNEL_BASE64 } from "./kernel-bytes.js";

/** The part of the WebAssembly interface in use; the language room compiles without the web's types. */
interface WebAssemblyApi {
  Memory: new (limits: { initial: number; maximum: number }) => { readonly buffer: ArrayBuffer };
  Module: new (bytes: Uint8Array) => object;
  Instance: new (
    module: object,
    imports: object,
  ) => { readonly exports: Readonly<Record<string, (...numbers: number[]) => void>> };
}

const DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
const PAGE_FLOATS = 16384;

/** Bytes of a base64 text (RFC 4648). */
export function decodeBase64(text: string): Uint8Array {
  const digits = text.replace(/=+$/, "");
  const bytes = new Uint8Array((digits.length * 3) >> 2);
  let bits = 0;
  let held = 0;
  let at = 0;
  for (let i = 0; i < digits.length; i++) {
    bits = ((bits << 6) | DIGITS.indexOf(digits[i]!)) & 0xffff;
    held += 6;
    if (held < 8) continue;
    held -= 8;
    bytes[at++] = bits >> held;
  }
  return bytes;
}

/** Kernel in WebAssembly, or nothing where WebAssembly or its vectors are missing. */
export function webAssemblyKernel(floats: number): Kernel | undefined {
  const api = (globalThis as unknown as { WebAssembly?: WebAssemblyApi }).WebAssembly;
  if (api === undefined) return undefined;
  const pages = Math.ceil(floats / PAGE_FLOATS) + 1;
  try {
    const memory = new api.Memory({ initial: pages, maximum: pages });
    const instance = new api.Instance(new api.Module(decodeBase64(KERNEL_BASE64)), { env: { memory } });
    return wrap(new Float32Array(memory.buffer), instance.exports);
  } catch {
    return undefined;
  }
}

function wrap(memory: Float32Array, wasm: Readonly<Record<string, (...numbers: number[]) => void>>): Kernel {
  const { gemm, gemm16, quantise, pack, sru, sum3, relu } = wasm;
  return {
    kind: "wasm",
    memory,
    wholes: new Int16Array(memory.buffer),
    product: (a, rowStep, b, c, cStep, m, n, k) =>
      gemm!(a * 4, rowStep, 1, b * 4, c * 4, cStep, m, n, k, 0, 0),
    wholeProduct: (a, b, c, cStep, m, n, k, scale, bias) =>
      gemm16!(a * 4, b * 4, c * 4, cStep, m, n, k, scale * 4, bias * 4),
    quantise: (a, step, to, rows, columns) => quantise!(a * 4, step, to * 4, rows, columns),
    pack: (b, depthStep, columnStep, k, n, to) => pack!(b * 4, depthStep, columnStep, k, n, to * 4),
    recur: (u, uStep, skip, skipStep, out, outStep, gates, rows, size) =>
      sru!(u * 4, uStep, skip * 4, skipStep, out * 4, outStep, gates * 4, 0, rows, size),
    sum3: (a, b, c, to, size) => sum3!(a * 4, b * 4, c * 4, to * 4, size),
    rectify: (a, step, rows, columns) => relu!(a * 4, step, rows, columns),
  };
}
