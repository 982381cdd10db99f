import { expect, test } from "vitest";
import { EntenteError } from "../../core/index.js";
import { readActors } from "./actors.js";
import { fold } from "./atoms.js";
import { pluralOf } from "./plural.js";
import { listOf, readTable } from "./tables.js";

test("a table is rows of cells by column, without comments and empty lines", () => {
  expect(readTable("# about\nid\tname\n\nRUS\tRussia\r\nX\n")).toEqual([
    { id: "RUS", name: "Russia" },
    { id: "X", name: "" },
  ]);
  expect(readTable("")).toEqual([]);
});

test("a row with too many cells says where and what to do", () => {
  expect(() => readTable("id\tname\nRUS\tRussia\tMoscow", "states")).toThrow(EntenteError);
  expect(() => readTable("id\tname\nRUS\tRussia\tMoscow", "states")).toThrow(
    /states\.tsv, line 2.*extra tabs/,
  );
});

test("a list of a cell", () => {
  expect(listOf("DPRK | North Korea|")).toEqual(["DPRK", "North Korea"]);
  expect(listOf("")).toEqual([]);
  expect(listOf(undefined)).toEqual([]);
});

test("a sector that is none is refused", () => {
  const roles = "role\tsector\tnumber\thead\nking\tROYAL\tone\t";
  expect(() => readActors({ roles })).toThrow(/"ROYAL" is no sector/);
});

test("tables that are missing are empty", () => {
  expect(readActors({}).stateNames.size).toBe(0);
});

test.each([
  ["prime minister", "prime ministers"],
  ["secretary of state", "secretaries of state"],
  ["policeman", "policemen"],
  ["embassy", "embassies"],
])("plural of %s", (role, plural) => {
  expect(pluralOf(role)[0]).toBe(plural);
});

test("letters are compared in lower case without marks", () => {
  expect(fold("Erdoğan")).toBe("erdogan");
  expect(fold("Łódź")).toBe("lodz");
});
