/** Where an act took place: a place name in a locative phrase of its clause. */
import type { Place } from "../../core/index.js";
import type { Act } from "./act.js";
import { type Arguments, nounArguments, verbArguments } from "./arguments.js";
import type { Scene } from "./scene.js";

const LOCATIVE = ["in", "at", "near", "on", "outside", "inside", "around", "off"];

export interface PlaceWords {
  readonly from: number;
  readonly to: number;
  readonly place: Place;
}

function placeIn(scene: Scene, args: Arguments): PlaceWords | null {
  for (const role of LOCATIVE)
    for (const row of args.roles.get(role) ?? []) {
      const index = scene.mentions.at[row]!;
      const mention = index >= 0 ? scene.mentions.list[index]! : null;
      if (mention === null || (mention.kind !== "place" && mention.kind !== "state")) continue;
      if (mention.form !== "name" && mention.form !== "capital") continue;
      const country = mention.entity;
      const place = { name: mention.name, country, geonameId: null, latitude: null, longitude: null };
      return { from: mention.from, to: mention.to, place };
    }
  return null;
}

/** The place of an act with its words, or null where none is said. */
export function placeOf(scene: Scene, act: Act): PlaceWords | null {
  const own = placeIn(scene, nounArguments(scene.tree, act.row, scene.acts.lightVerbs));
  return own ?? (act.clause >= 0 ? placeIn(scene, verbArguments(scene.tree, act.clause)) : null);
}
