/** `--claims` and `--ties`: what a text argues, and what stands between states by its words. */
import type { ClaimRecord, ReadingRecord, TieRecord } from "entente";
import type { Colors } from "./colors.js";
import { wordsText } from "./table.js";
import { cell, cut, oneLine } from "./text-width.js";
import { type Names, namesOf, partiesText } from "./words.js";

const KIND_COLUMNS = 20; // "diplomatic-relations"
const SIGNS = new Map([
  [-1, "−"],
  [0, " "],
  [1, "+"],
]);

function claimLines(claim: ClaimRecord, names: Names, width: number, colors: Colors): readonly string[] {
  const indent = " ".repeat(KIND_COLUMNS + 4);
  const holder = partiesText(claim.holder, names).join(", ") || "the author";
  const certainty = claim.polarity === "negative" ? `not, ${claim.certainty}` : claim.certainty;
  const head = ` ${cell(claim.kind, KIND_COLUMNS)} ${SIGNS.get(claim.sign)} ${holder}: ${certainty}`;
  const spans = [claim.from, claim.to].filter((span) => span !== null);
  const joined = spans.map((span) => cut(oneLine(span.text), width - indent.length - 2));
  return [
    cut(head, width),
    ...joined.map((text, i) => `${indent}${i > 0 ? "→ " : ""}${text}`),
    ...(claim.evidence[0] ? [indent + wordsText(claim.evidence[0], width - indent.length, colors)] : []),
  ];
}

/** The claims of a reading, in the order of the text. */
export function claimsLines(reading: ReadingRecord, width: number, colors: Colors): readonly string[] {
  if (reading.claims.length === 0) return [];
  const names = namesOf(reading);
  const lines = reading.claims.flatMap((claim) => claimLines(claim, names, width, colors));
  return [colors.dim(` CLAIMS: + raises or supports, − lowers or harms`), ...lines, ""];
}

function tieLines(tie: TieRecord, names: Names, width: number, colors: Colors): readonly string[] {
  const between = tie.between.map((id) => oneLine(names.byId.get(id) ?? id));
  const joint = tie.kind === "support" || tie.kind === "sanctions" ? " → " : " ↔ ";
  const since = tie.since === null ? "" : ` since ${tie.since}`;
  const indent = " ".repeat(KIND_COLUMNS + 4);
  return [
    cut(` ${cell(tie.kind, KIND_COLUMNS)} ${SIGNS.get(tie.sign)} ${between.join(joint)}${since}`, width),
    ...(tie.evidence[0] ? [indent + wordsText(tie.evidence[0], width - indent.length, colors)] : []),
  ];
}

/** The ties that a text states. */
export function tiesLines(reading: ReadingRecord, width: number, colors: Colors): readonly string[] {
  if (reading.ties.length === 0) return [];
  const names = namesOf(reading);
  return [colors.dim(" TIES"), ...reading.ties.flatMap((tie) => tieLines(tie, names, width, colors)), ""];
}
