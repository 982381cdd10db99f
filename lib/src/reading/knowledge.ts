/** Everything that is known of politics, read from the packed lexicon once. */
import { readVoices, type VoiceLexicon } from "./attribution/index.js";
import { type ClaimLexicon, readClaims } from "./claims/index.js";
import type { ActLexicon } from "./events/index.js";
import { type FactualityLexicon, readFactuality } from "./factuality/index.js";
import { readClasses, readFrames } from "./frames/frame.js";
import { readLightVerbs } from "./frames/light-verbs.js";
import { readTransformations } from "./frames/transformations.js";
import { type ActorLexicon, readActors } from "./lexicon/actors.js";
import { readCameo } from "./lexicon/cameo.js";
import { LEXICON_HASH, TABLES } from "./lexicon/packed.generated.js";
import { type MagnitudeLexicon, readMagnitudes } from "./magnitudes/index.js";
import { readTies, type TieLexicon } from "./ties/index.js";
import { readTimeTables, type TimeTables } from "./time/index.js";

export interface Knowledge {
  readonly hash: string;
  readonly actors: ActorLexicon;
  readonly acts: ActLexicon;
  readonly factuality: FactualityLexicon;
  readonly voices: VoiceLexicon;
  readonly claims: ClaimLexicon;
  readonly ties: TieLexicon;
  readonly magnitudes: MagnitudeLexicon;
  readonly times: TimeTables;
}

/** Reads the tables that the build packed into the library. Throws `bad_lexicon` with the row at fault. */
export function loadKnowledge(tables: Readonly<Record<string, string>> = TABLES): Knowledge {
  return {
    hash: LEXICON_HASH,
    actors: readActors(tables),
    acts: {
      frames: readFrames(tables),
      classes: readClasses(tables.classes ?? ""),
      lightVerbs: readLightVerbs(tables["light-verbs"] ?? ""),
      transformations: readTransformations(tables.transformations ?? ""),
      cameo: readCameo(tables.cameo ?? ""),
    },
    factuality: readFactuality(tables.factuality ?? ""),
    voices: readVoices(tables.voices ?? ""),
    claims: readClaims(tables.claims ?? ""),
    ties: readTies(tables.ties ?? ""),
    magnitudes: readMagnitudes(tables.magnitudes ?? ""),
    times: readTimeTables(tables.periods ?? "", tables.holidays ?? ""),
  };
}
