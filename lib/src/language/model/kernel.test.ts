import { expect, test } from "vitest";
import { createKernel, type Kernel } from "./kernel.js";

/** Numbers in -1 ... 1 that look random and are always the same. */
function noise(memory: Float32Array, at: number, size: number): void {
  for (let i = 0; i < size; i++)
    memory[at + i] = ((Math.imul(i + at + 1, 2654435761) >>> 8) % 20001) / 10000 - 1;
}

/** Runs the same steps on both kernels and compares a part of memory bit by bit. */
function sameBits(steps: (kernel: Kernel) => void, at: number, size: number): void {
  const [fast, plain] = (["wasm", "javascript"] as const).map((kind) => {
    const kernel = createKernel(40_000, kind);
    noise(kernel.memory, 0, 20_000);
    steps(kernel);
    return new Int32Array(kernel.memory.slice(at, at + size).buffer);
  });
  expect(fast).toEqual(plain);
}

test("products of floats agree bit by bit", () => {
  sameBits(
    (kernel) => {
      kernel.pack(3000, 16, 1, 24, 13, 22_000);
      kernel.product(64, 24, 22_000, 24_000, 16, 8, 16, 24);
    },
    24_000,
    8 * 16,
  );
});

test("products of whole numbers agree bit by bit", () => {
  sameBits(
    (kernel) => {
      for (let i = 0; i < 24 * 16; i++) kernel.wholes[2 * 30_000 + i] = ((i * 7919) % 4095) - 2047;
      kernel.quantise(64, 24, 22_000, 8, 24);
      kernel.wholeProduct(22_000, 30_000, 24_000, 16, 8, 16, 24, 100, 200);
    },
    24_000,
    8 * 16,
  );
});

test("a product of whole numbers is the product", () => {
  const kernel = createKernel(4000);
  const { memory, wholes } = kernel;
  noise(memory, 100, 4 * 8);
  for (let d = 0; d < 8; d++)
    for (let c = 0; c < 8; c++) wholes[2 * 1000 + (d >> 1) * 16 + c * 2 + (d & 1)] = 10 * d + c;
  memory.fill(1 / 512, 2000, 2008);
  kernel.quantise(100, 8, 3000, 4, 8);
  kernel.wholeProduct(3000, 1000, 3500, 8, 4, 8, 8, 2000, 2100);
  for (let row = 0; row < 4; row++)
    for (let c = 0; c < 8; c++) {
      let sum = 0;
      for (let d = 0; d < 8; d++) sum += memory[100 + row * 8 + d]! * (10 * d + c);
      // Half a step of 1/512 for each of eight inputs times the weights.
      expect(Math.abs(memory[3500 + row * 8 + c]! - sum)).toBeLessThan(0.4);
    }
});

test("recurrent units agree bit by bit in both directions", () => {
  sameBits(
    (kernel) => {
      kernel.recur(64, 48, 8000, 16, 24_000, 16, 12_000, 20, 16);
      kernel.recur(64 + 19 * 48, -48, 8000 + 19 * 16, -16, 25_000 + 19 * 16, -16, 12_000, 20, 16);
    },
    24_000,
    1000 + 20 * 16,
  );
});

test("sums and rectification agree bit by bit", () => {
  sameBits(
    (kernel) => {
      kernel.sum3(0, 1000, 2000, 24_000, 512);
      kernel.rectify(24_000, 64, 8, 32);
    },
    24_000,
    512,
  );
});
