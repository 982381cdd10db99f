import { expect, test } from "vitest";
import { Random } from "../random.js";
import { entityNames } from "./entities.js";
import { headlines } from "./headlines.js";

/** Rows of CoNLL-U out of "form UPOS head entity". */
const rowsOf = (lines: readonly string[]): string[][] =>
  lines.map((line, i) => {
    const [form, upos, head, entity] = line.split(" ");
    const misc = entity === undefined ? "_" : `Entity=${entity}`;
    return [String(i + 1), form!, "_", upos!, "_", "_", head!, "_", "_", misc];
  });

const found = (lines: readonly string[]) =>
  entityNames(rowsOf(lines), new Set(["French"])).map(({ start, end, kind }) => [start, end, kind]);

test("a person's name goes without the title", () => {
  expect(
    found(["President PROPN 4 (1-person-new", "Emmanuel PROPN 1", "Macron PROPN 1 1)", "spoke VERB 0"]),
  ).toEqual([[1, 3, "person"]]);
});

test("a phrase around a common noun is no name, a name inside it is", () => {
  const lines = [
    "the DET 3 (1-person-new",
    "French ADJ 3",
    "leader NOUN 0",
    "of ADP 5",
    "Haiti PROPN 3 (2-place-new)1)",
  ];
  expect(found(lines)).toEqual([
    [1, 2, "nationality"],
    [4, 5, "place"],
  ]);
});

test("long names keep their links", () => {
  const lines = ["Bank PROPN 0 (1-organization-new", "of ADP 3", "England PROPN 1 (2-place-new)1)"];
  expect(found(lines)).toEqual([[0, 3, "organisation"]]);
});

test("headlines keep tree and names and lose the full stop", () => {
  const sentence = {
    forms: ["Leaders", "met", "in", "the", "city", "."],
    upos: ["NOUN", "VERB", "ADP", "DET", "NOUN", "PUNCT"],
    xpos: ["NNS", "VBD", "IN", "DT", "NN", "."],
    head: [2, 0, 5, 5, 2, 2],
    deprel: ["nsubj", "root", "case", "det", "obl", "punct"],
    names: new Int8Array(6),
  };
  const copies = headlines(new Array(2000).fill(sentence), new Random(1));
  const styles = new Set(copies.map((copy) => copy.forms.join(" ")));
  expect(styles).toEqual(new Set(["Leaders Met in the City", "LEADERS MET IN THE CITY"]));
  expect(copies[0]!.head).toEqual([2, 0, 5, 5, 2]);
});
