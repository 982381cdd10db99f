/** Regular English verb forms undone: what a word may come from, where the lemmatizer does not know it. */

function bases(stem: string): readonly string[] {
  const last = stem.at(-1);
  const doubled = stem.length > 3 && last === stem.at(-2) && last !== "s" && last !== "l";
  const found = [stem, `${stem}e`];
  if (stem.length > 3 && last === stem.at(-2)) found.splice(doubled ? 0 : 1, 0, stem.slice(0, -1));
  return found;
}

/** Possible base forms of an inflected verb, the likeliest first: "bombed" → bomb, bombe. */
export function verbBases(form: string): readonly string[] {
  const word = form.toLowerCase();
  if (word.endsWith("ied")) return [`${word.slice(0, -3)}y`];
  if (word.endsWith("ies")) return [`${word.slice(0, -3)}y`];
  if (word.endsWith("ing") && word.length > 5) return bases(word.slice(0, -3));
  if (word.endsWith("ed") && word.length > 3) return bases(word.slice(0, -2));
  if (word.endsWith("es")) return [word.slice(0, -1), word.slice(0, -2)];
  return word.endsWith("s") ? [word.slice(0, -1)] : [];
}
