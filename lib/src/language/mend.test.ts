import { expect, test } from "vitest";
import { mendTree } from "./mend.js";
import { UPOS } from "./types.js";

const DEPRELS = [
  "root",
  "nsubj",
  "cc",
  "conj",
  "obj",
  "advcl",
  "ccomp",
  "cop",
  "mark",
  "acl",
  "amod",
  "case",
  "nummod",
  "obl",
  "nmod:desc",
];
const XPOS = ["NN", "VBD", "VBG", "CC", "VBN"];

/** Columns from lines "upos xpos head deprel", heads counted from 0, -1 the root. */
function columnsOf(...lines: string[]) {
  const rows = lines.map((line) => line.split(" "));
  return {
    text: "",
    from: new Uint32Array(rows.length),
    to: new Uint32Array(rows.length),
    size: rows.length,
    upos: Uint8Array.from(rows, (r) => (UPOS as readonly string[]).indexOf(r[0]!)),
    xpos: Uint8Array.from(rows, (r) => XPOS.indexOf(r[1]!)),
    xposNames: XPOS,
    head: Int32Array.from(rows, (r) => Number(r[2])),
    deprel: Uint8Array.from(rows, (r) => DEPRELS.indexOf(r[3]!)),
    deprelNames: DEPRELS,
    sentenceStart: Uint32Array.of(0, rows.length),
  };
}

test("a second subject that begins with a conjunction becomes a conjunct: Peru and Chile signed", () => {
  const columns = columnsOf("PROPN NN 3 nsubj", "CCONJ CC 2 cc", "PROPN NN 3 nsubj", "VERB VBD -1 root");
  mendTree(columns);
  expect([...columns.head]).toEqual([3, 2, 0, -1]);
  expect(DEPRELS[columns.deprel[2]!]).toBe("conj");
});

test("a gerund is a conjunct of the gerund above: left, saying it was weak and warning", () => {
  const columns = columnsOf(
    "VERB VBD -1 root",
    "VERB VBG 0 advcl",
    "PRON NN 3 nsubj",
    "ADJ NN 1 ccomp",
    "CCONJ CC 5 cc",
    "VERB VBG 3 conj",
  );
  mendTree(columns);
  expect(columns.head[5]).toBe(1);
});

test("what is right stays: one subject, gerund with its own subject", () => {
  const columns = columnsOf("PROPN NN 1 nsubj", "VERB VBD -1 root", "CCONJ CC 3 cc", "VERB VBD 1 conj");
  mendTree(columns);
  expect([...columns.head]).toEqual([1, -1, 3, 1]);
});

test("a participle with an object is a verb: jets bombed camps; an adjective with a subject, too: Japan voiced concern", () => {
  const jets = columnsOf("NOUN NN -1 root", "VERB VBN 0 acl", "NOUN NN 1 obj");
  mendTree(jets);
  expect([...jets.head]).toEqual([1, -1, 1]);
  const japan = columnsOf("PROPN NN 1 nsubj", "VERB VBN 2 amod", "NOUN NN -1 root");
  mendTree(japan);
  expect([...japan.head]).toEqual([1, -1, 1]);
  expect(DEPRELS[japan.deprel[2]!]).toBe("obj");
});

test("a year before a name is no part of it: In 1956 Britain attacked", () => {
  const columns = columnsOf("ADP NN 2 case", "NUM NN 2 nummod", "PROPN NN 3 obl", "VERB VBD -1 root");
  mendTree(columns);
  expect([...columns.head]).toEqual([1, 3, 3, -1]);
  expect(DEPRELS[columns.deprel[2]!]).toBe("nsubj");
});

test("the preposition before a title is that of the name: with president Karzai", () => {
  const columns = columnsOf("VERB VBD -1 root", "ADP NN 2 case", "NOUN NN 3 nmod:desc", "PROPN NN 0 obl");
  mendTree(columns);
  expect([...columns.head]).toEqual([-1, 3, 3, 0]);
});
