/** Closed classes of English words around numbers, in lower case. */

/** Words that multiply the number before them. */
export const SCALES: ReadonlyMap<string, number> = new Map([
  ["dozen", 12],
  ["score", 20],
  ["hundred", 100],
  ["thousand", 1000],
  ["million", 1_000_000],
  ["billion", 1_000_000_000],
]);

/** Plurals that tell a number from below: "dozens" are at least two of them. */
export const PLURAL_SCALES: ReadonlyMap<string, number> = new Map([
  ["tens", 10],
  ["dozens", 12],
  ["scores", 20],
  ["hundreds", 100],
  ["thousands", 1000],
  ["millions", 1_000_000],
]);

/** What a hedge leaves of a number: a bound from below, one from above, or the number as it is. */
export type Hedge = "least" | "most" | "about";

const HEDGE_WORDS: Readonly<Record<Hedge, string>> = {
  least:
    "at least|more than|over|no fewer than|no less than|not fewer than|not less than|upwards of|in excess of|a minimum of",
  most: "at most|up to|as many as|no more than|not more than|fewer than|less than|under|a maximum of",
  about:
    "about|around|some|roughly|approximately|nearly|almost|an estimated|estimated|close to|just|only|another|a total of|a further",
};

/** Hedges that stand before a number, word by word. */
export const HEDGES: readonly { readonly words: readonly string[]; readonly hedge: Hedge }[] = (
  Object.keys(HEDGE_WORDS) as Hedge[]
)
  .flatMap((hedge) => HEDGE_WORDS[hedge].split("|").map((phrase) => ({ words: phrase.split(" "), hedge })))
  .sort((a, b) => b.words.length - a.words.length); // "no more than" before "more than"

/** Hedges that stand behind a number, after "or". */
export const AFTER_OR: ReadonlyMap<string, Hedge> = new Map([
  ["more", "least"],
  ["so", "about"],
  ["fewer", "most"],
  ["less", "most"],
]);

/** Words for nobody. */
export const NOBODY: ReadonlySet<string> = new Set(["nobody", "none", "zero", "0"]);

/** Nouns that only gather what is counted: "a crowd of 5,000", "a force of 300 soldiers". */
export const GATHERING: ReadonlySet<string> = new Set(
  "crowd group total number force contingent convoy gathering team column fleet batch host band mob maximum minimum estimate".split(
    " ",
  ),
);

const MONTHS =
  "january february march april june july august september october november december jan feb mar apr jun jul aug sept sep oct nov dec jan. feb. mar. apr. jun. jul. aug. sept. sep. oct. nov. dec.";
/** A number right behind one of these counts nothing: "May 12", "No. 5", "$2", "9/11". */
export const NO_COUNT_BEFORE: ReadonlySet<string> = new Set(
  `${MONTHS} may $ € £ ¥ us$ eur usd / : # no. nos. aged age article section resolution chapter flight`.split(
    " ",
  ),
);
/** A number right before one of these counts nothing: "12 May", "40 %", "9 a.m.". */
export const NO_COUNT_AFTER: ReadonlySet<string> = new Set(
  `${MONTHS} % percent per pc / : a.m. p.m. am pm o'clock gmt utc`.split(" "),
);
