import { existsSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { type Annotated, annotateTree } from "./annotate.js";
import { loadModel } from "./model/model.js";
import { type Tokenized, UPOS } from "./types.js";

const FILE = new URL("../../../models/english.entente", import.meta.url);
const withModel = test.skipIf(!existsSync(FILE));
const bytes = existsSync(FILE) ? readFileSync(FILE) : new Uint8Array(0);

/** Sentences of words joined by spaces. */
function textOf(sentences: readonly string[]): Tokenized {
  const forms = sentences.map((sentence) => sentence.split(" ").filter((form) => form !== ""));
  const words = forms.flat();
  const from = new Uint32Array(words.length);
  const to = new Uint32Array(words.length);
  const sentenceStart = new Uint32Array(sentences.length + 1);
  let at = 0;
  words.forEach((form, i) => {
    from[i] = at;
    to[i] = at + form.length;
    at += form.length + 1;
  });
  forms.forEach((sentence, s) => {
    sentenceStart[s + 1] = sentenceStart[s]! + sentence.length;
  });
  return {
    text: words.join(" "),
    size: words.length,
    from,
    to,
    glued: new Uint8Array(words.length),
    sentenceStart,
  };
}

/** Every sentence has one root, and every word reaches it. */
function expectTrees(tree: Annotated): void {
  for (let s = 0; s + 1 < tree.sentenceStart.length; s++) {
    const [start, end] = [tree.sentenceStart[s]!, tree.sentenceStart[s + 1]!];
    let roots = 0;
    const safe = new Uint8Array(end - start);
    for (let row = start; row < end; row++) {
      if (tree.head[row] === -1) roots++;
      const path: number[] = [];
      let node = row;
      while (node !== -1 && safe[node - start] === 0 && path.length <= end - start) {
        expect(node >= start && node < end).toBe(true);
        path.push(node);
        node = tree.head[node]!;
      }
      expect(path.length).toBeLessThanOrEqual(end - start);
      for (const passed of path) safe[passed - start] = 1;
    }
    expect(roots).toBe(end > start ? 1 : 0);
  }
}

const EXAMPLE = [
  "President Vladimir Putin met Angela Merkel in Moscow on Monday .",
  "They discussed Ukraine .",
];

withModel("reads a plain sentence", () => {
  const tree = annotateTree(loadModel(bytes), textOf(EXAMPLE));
  expectTrees(tree);
  expect([...tree.upos].slice(0, 5).map((tag) => UPOS[tag])).toEqual([
    "PROPN",
    "PROPN",
    "PROPN",
    "VERB",
    "PROPN",
  ]);
  expect(tree.xposNames[tree.xpos[3]!]).toBe("VBD");
  expect(tree.head[3]).toBe(-1);
  expect(tree.deprelNames[tree.deprel[3]!]).toBe("root");
  const names = tree.names.map(({ start, end, kind }) => [start, end, kind]);
  expect(names).toContainEqual([4, 6, "person"]);
  expect(names).toContainEqual([7, 8, "place"]);
});

withModel("both kernels give the same columns", () => {
  const text = textOf(EXAMPLE);
  const fast = annotateTree(loadModel(bytes, { kernel: "wasm" }), text);
  expect(annotateTree(loadModel(bytes, { kernel: "javascript" }), text)).toEqual(fast);
});

withModel("a text reads the same after other texts", () => {
  const model = loadModel(bytes);
  const first = annotateTree(model, textOf(EXAMPLE));
  annotateTree(model, textOf(["Something else entirely was read in between , twice ."]));
  expect(annotateTree(model, textOf(EXAMPLE))).toEqual(first);
});

withModel("no words, empty sentences and one word", () => {
  const model = loadModel(bytes);
  expect(annotateTree(model, textOf([])).size).toBe(0);
  expectTrees(annotateTree(model, textOf(["", "Yes", ""])));
  expect(annotateTree(model, textOf(["Yes"])).head).toEqual(Int32Array.of(-1));
});

withModel("strange words", () => {
  expectTrees(
    annotateTree(
      loadModel(bytes),
      textOf(["🙂 \ud800 \u0000 ".repeat(20), "x".repeat(50_000), ". ".repeat(300)]),
    ),
  );
});

withModel("more word types than the cache holds", () => {
  const model = loadModel(bytes);
  const words = Array.from({ length: 5000 }, (_, i) => `w${i.toString(36)}`);
  const sentences = Array.from({ length: 250 }, (_, s) => words.slice(20 * s, 20 * s + 20).join(" "));
  const first = annotateTree(model, textOf(sentences));
  expectTrees(first);
  expect(annotateTree(model, textOf(sentences)).head).toEqual(first.head);
});

withModel("a sentence of 10,000 words has one root and linear cost", () => {
  const model = loadModel(bytes);
  const time = (words: number): number => {
    const text = textOf([
      "the minister of the state said that it and he met in the old city , ".repeat(words / 16),
    ]);
    const begin = performance.now();
    expectTrees(annotateTree(model, text));
    return performance.now() - begin;
  };
  time(960);
  const short = time(2000);
  // Five times the words; twenty times the time would be far from linear and still leaves room for a busy machine.
  expect(time(10_000)).toBeLessThan(20 * short + 500);
});

withModel("broken bytes are refused", () => {
  expect(() => loadModel(new Uint8Array(100))).toThrow(RangeError);
  expect(() => loadModel(bytes.slice(0, 1000))).toThrow(RangeError);
});
