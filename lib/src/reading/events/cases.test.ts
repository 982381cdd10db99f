import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { openReader } from "../../../../test/model.js";
import { read } from "../../index.js";
import { notationOf } from "../frames/coding.js";

const PUBLISHED = "2024-06-15";
const reader = openReader();

interface Case {
  readonly text: string;
  readonly wanted: readonly string[];
}

function readCases(file: string): readonly Case[] {
  const blocks = file
    .split("\n\n")
    .map((block) => block.split("\n").filter((l) => l !== "" && !l.startsWith("#")));
  return blocks
    .filter((lines) => lines[0]?.startsWith("text: "))
    .map(([text, ...lines]) => ({
      text: text!.slice("text: ".length),
      wanted: lines.filter((line) => line !== "none").map((line) => line.replace(/^wrong: /u, "")),
    }));
}

const cases = readCases(readFileSync(new URL("cases.txt", import.meta.url), "utf8"));

test.each(cases.map((one) => [one.text, one.wanted] as const))("%s", (text, wanted) => {
  const found = read(reader, { text, published: PUBLISHED }).events.map(notationOf);
  expect(found.toSorted()).toEqual([...wanted].sort());
});
