/** What matching knows: the acts of the lexicon, the document, and a frame that fits. */
import type { CameoTable } from "../../core/index.js";
import type { Mentions, PartyWords } from "../entities/index.js";
import type { Frame, FrameIndex } from "../frames/frame.js";
import type { LightVerbs } from "../frames/light-verbs.js";
import type { Transformations } from "../frames/transformations.js";
import type { Tree } from "../types.js";
import type { Arguments } from "./arguments.js";

/** The knowledge of acts, read once from the lexicon. */
export interface ActLexicon {
  readonly frames: FrameIndex;
  readonly classes: ReadonlyMap<string, ReadonlySet<string>>;
  readonly lightVerbs: LightVerbs;
  readonly transformations: Transformations;
  readonly cameo: CameoTable;
}

/** A frame that fits a row, with its parties. */
export interface Fit {
  readonly frame: Frame;
  readonly row: number;
  readonly arguments: Arguments;
  readonly actors: readonly PartyWords[];
  readonly recipients: readonly PartyWords[];
  readonly reciprocal: boolean;
}

/** What matching needs to know of the document. */
export interface Scene {
  readonly tree: Tree;
  readonly mentions: Mentions;
  readonly acts: ActLexicon;
}
