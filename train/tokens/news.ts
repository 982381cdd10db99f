import type { ConlluSentence, ConlluToken } from "../../lib/src/language/conllu.js";
import type { Random } from "../random.js";

/**
 * What treebanks of blogs, mail and encyclopaedias have too little of: headers with a date, datelines, titles and
 * abbreviations of the press, hyphenated given names, host names. Tokens are replaced or put in by chance, with the
 * decisions that the conventions of EWT ask for; a dateline is a sentence of its own there.
 */

const TITLES =
  "Mr. Mrs. Ms. Dr. Gen. Lt. Col. Maj. Capt. Sgt. Cpl. Adm. Brig. Cmdr. Const. Insp. Supt. Sen. Rep. Gov. Hon. Prof. Rev. Fr. Sr. St. Pres. Amb. Sec. Del. Atty. Det. Pvt. Ald.";
const MONTHS = "January February August September October November December";
const SHORT_MONTHS = "Jan. Feb. Aug. Sept. Oct. Nov. Dec.";
const STATES =
  "Ala. Ariz. Ark. Calif. Colo. Conn. Del. Fla. Ga. Ill. Ind. Kan. Ky. La. Md. Mass. Mich. Minn. Miss. Mo. Mont. Neb. Nev. N.H. N.J. N.M. N.Y. N.C. N.D. Okla. Ore. Pa. R.I. S.C. S.D. Tenn. Tex. Vt. Va. Wash. Wis. Wyo. D.C.";
const COMPANIES = "Inc. Co. Corp. Ltd. Bros. Cos. Plc.";
const LAST_WORDS =
  "U.S. U.K. U.N. E.U. U.A.E. D.C. p.m. a.m. Inc. Co. Corp. Ltd. Jr. Sr. etc. U.S.A. U.S.S.R. D.P.R.K.";
const COUNTRIES = "U.S. U.S. U.S. U.N. U.K. E.U.";
const CITIES =
  "MOSCOW SEOUL TOKYO BEIJING LONDON PARIS BERLIN KABUL CAIRO TEHRAN ANKARA KYIV WARSAW GENEVA NAIROBI DELHI LIMA";
const AGENCIES = "AP Reuters AFP Xinhua TASS Yonhap Kyodo UPI Interfax KCNA BBC CNN";
const HEADERS =
  "The Daily Courier|Foreign Ministry|Office of the Governor|National Gazette|Press Service|World Desk";
const FIRST_SYLLABLES =
  "Jong Jae Yo Kyung Sung Hyun Min Chul Xiao Wen Jin Tae Byung Kwang Ming Chun Soo Dong";
const SECOND_SYLLABLES = "un in jong hwa ho min chul sik hee wook suk yeol jun ping kun gyu nam pyo";
const HOST_PARTS = "news mfa gov press times en agency daily post army state kremlin embassy www info world";
const TOP_LEVELS = "com org ru net kr uk us de cn gov int eu";
const CURRENCIES = "€ £ ¥ ₽ ₩ US$ A$ HK$ C$";
const DASHES = "-- -- — — – -";

const pickOf = (words: string, random: Random, separator = " ") => {
  const list = words.split(separator);
  return list[random.between(0, list.length)]!;
};

function word(form: string, spaceAfter = true, upos = "X"): ConlluToken {
  const only = { form, lemma: "_", upos, xpos: "_", head: 0, deprel: "dep", misc: "_" };
  return { form, spaceAfter, words: [only] };
}

const words = (forms: string) => forms.split(" ").map((form) => word(form));

function sentence(tokens: readonly ConlluToken[], startsParagraph = true): ConlluSentence {
  return { id: "", startsDocument: false, startsParagraph, tokens };
}

/** "en.daily.com" */
function host(random: Random): string {
  const parts = Array.from({ length: random.between(1, 3) }, () => pickOf(HOST_PARTS, random));
  return [...parts, pickOf(TOP_LEVELS, random)].join(".");
}

const twoDigits = (value: number) => String(value).padStart(2, "0");

/** A line that holds only a date, in one of the ways of the press; dates in figures are one token. */
function dateLine(random: Random): ConlluToken[] {
  const year = String(random.between(1990, 2030));
  const month = random.chance(0.3)
    ? pickOf(SHORT_MONTHS, random)
    : pickOf(`${MONTHS} March April May June July`, random);
  const day = random.between(1, 29);
  const figures = pickOf("- / .", random);
  const monthDay = [word(month), word(String(day), false), word(","), word(year)];
  const clock = word(`${random.between(1, 13)}:${twoDigits(random.between(0, 60))}`);
  const forms: ConlluToken[][] = [
    [word([year, twoDigits(random.between(1, 13)), twoDigits(day)].join(figures === "." ? "-" : figures))],
    [word([day, random.between(1, 13), year].join(figures))],
    monthDay,
    [...monthDay, clock, word(pickOf("EST UTC PM AM GMT", random))],
    words(`${day} ${month} ${year}`),
  ];
  return forms[random.between(0, forms.length)]!;
}

function header(random: Random): ConlluSentence[] {
  const outlet = words(pickOf(HEADERS, random, "|"));
  const address = [word("(", false), word(host(random), false), word(")")];
  const name = random.chance(0.3)
    ? [word(host(random))]
    : random.chance(0.5)
      ? [...outlet, ...address]
      : outlet;
  return [sentence(name), sentence(dateLine(random))];
}

/** "SEOUL, March 3 (Yonhap) --" */
function dateline(random: Random): ConlluSentence {
  const day = [
    word(pickOf(`${MONTHS} ${SHORT_MONTHS} March April`, random)),
    word(String(random.between(1, 29))),
  ];
  const hasDay = random.chance(0.5);
  const city = [word(pickOf(CITIES, random), !hasDay), ...(hasDay ? [word(","), ...day] : [])];
  const agency = [word("(", false), word(pickOf(AGENCIES, random), false), word(")")];
  const hasAgency = random.chance(0.6);
  const dash = hasAgency && random.chance(0.15) ? [] : [word(pickOf(DASHES, random))];
  return sentence([...city, ...(hasAgency ? agency : []), ...dash]);
}

const isName = (token: ConlluToken | undefined) =>
  token !== undefined &&
  token.words.length === 1 &&
  token.words[0]!.upos === "PROPN" &&
  /^[A-Z][a-z]+$/.test(token.form);

function isPluralBeforeNoun(token: ConlluToken, next: ConlluToken | undefined): boolean {
  const isPlural = token.words[0]!.xpos === "NNS" && /^[A-Za-z]+s$/.test(token.form) && token.spaceAfter;
  return isPlural && next !== undefined && /^(NOUN|ADJ)$/.test(next.words[0]!.upos);
}

/** "the school board", where a country may stand: "the U.S. board" */
function isNounAfterArticle(
  before: ConlluToken | undefined,
  token: ConlluToken,
  next: ConlluToken | undefined,
) {
  const isNoun = (each: ConlluToken | undefined) =>
    each !== undefined && /^(NOUN|ADJ)$/.test(each.words[0]!.upos);
  return before?.form.toLowerCase() === "the" && isNoun(token) && isNoun(next) && token.spaceAfter;
}

/** "workers" as "workers'" */
function possessive(token: ConlluToken): ConlluToken {
  const host = token.words[0]!;
  return { form: `${token.form}'`, spaceAfter: true, words: [host, { ...host, form: "'" }] };
}

/** GUM leaves a few given names whole ("Yiu-chung") that it cuts elsewhere; here they are always cut. */
function isHyphenatedName(token: ConlluToken): boolean {
  return token.words[0]!.upos === "PROPN" && /^[A-Z][a-z]+-[a-z]+$/.test(token.form);
}

function cutAtHyphen(token: ConlluToken): ConlluToken[] {
  const [first, second] = token.form.split("-") as [string, string];
  return [word(first, false), word("-", false), word(second, token.spaceAfter)];
}

/** Tokens that stand for token `k`, most often itself. */
function replaced(tokens: readonly ConlluToken[], k: number, random: Random): ConlluToken[] {
  const token = tokens[k]!;
  const next = tokens[k + 1];
  const before = tokens[k - 1];
  const nextIsName = isName(next) && token.spaceAfter;
  if (isHyphenatedName(token)) return cutAtHyphen(token);
  const put = (form: string) => [word(form, token.spaceAfter)];
  if (/^(Mr|Mrs|Ms|Dr|Gen|Sen|Prof|Capt)\.$/.test(token.form) && random.chance(0.5))
    return put(pickOf(TITLES, random));
  if (/^(Inc|Corp|Ltd|Co)\.$/.test(token.form) && random.chance(0.5)) return put(pickOf(COMPANIES, random));
  if (token.form === "$" && random.chance(0.5)) return put(pickOf(CURRENCIES, random));
  const month = MONTHS.split(" ").indexOf(token.form);
  if (month >= 0 && /^\d/.test(next?.form ?? "") && random.chance(0.2))
    return put(SHORT_MONTHS.split(" ")[month]!);
  if (isPluralBeforeNoun(token, next) && random.chance(0.12)) return [possessive(token)];
  if (isNounAfterArticle(before, token, next) && random.chance(0.03)) return put(pickOf(COUNTRIES, random));
  if (!isName(token)) return [token];
  if (before?.form === "," && /^[,)]$/.test(next?.form ?? "") && random.chance(0.15))
    return put(pickOf(STATES, random));
  if (nextIsName && random.chance(0.03)) return put(pickOf(COUNTRIES, random));
  if (nextIsName && !isName(before) && random.chance(0.03)) return put(initials(random));
  if (nextIsName && !isName(before) && random.chance(0.06)) return [word(pickOf(TITLES, random)), token];
  if (random.chance(0.03))
    return [
      word(pickOf(FIRST_SYLLABLES, random), false),
      word("-", false),
      word(pickOf(SECOND_SYLLABLES, random), token.spaceAfter),
    ];
  if (isName(before) && random.chance(0.01))
    return [word(token.form), ...affiliation(random, token.spaceAfter)];
  if (random.chance(0.02)) return put(designation(random));
  return random.chance(0.004) ? put(host(random)) : [token];
}

/** "J." or "A.J." */
function initials(random: Random): string {
  const letter = () => `${String.fromCharCode(65 + random.between(0, 26))}.`;
  return letter() + (random.chance(0.5) ? letter() : "");
}

/** "MH17": letters and figures without a hyphen are one token. */
function designation(random: Random): string {
  const letter = () => String.fromCharCode(65 + random.between(0, 26));
  return letter() + (random.chance(0.6) ? letter() : "") + String(random.between(1, 100));
}

/** "(D-Calif.)" */
function affiliation(random: Random, spaceAfter: boolean): ConlluToken[] {
  const inside = [
    word(pickOf("D R I", random), false),
    word("-", false),
    word(pickOf(STATES, random), false),
  ];
  return [word("(", false), ...inside, word(")", spaceAfter)];
}

/** Ends some sentences with an ellipsis, or with an abbreviation whose full stop ends the sentence too. */
function otherEnd(
  tokens: readonly ConlluToken[],
  next: ConlluSentence | undefined,
  random: Random,
): readonly ConlluToken[] {
  const last = tokens.at(-1)!;
  if (last.form === "." && random.chance(0.01)) return [...tokens.slice(0, -1), word("…", last.spaceAfter)];
  const noun = tokens.at(-2);
  if (next && !/^["(\p{Lu}]/u.test(next.tokens[0]!.form)) return tokens;
  const fits = last.form === "." && tokens.length > 3 && /^[A-Za-z]+$/.test(noun!.form);
  if (!fits || !["PROPN", "NOUN"].includes(noun!.words[0]!.upos) || !random.chance(0.1)) return tokens;
  return [
    ...tokens.slice(0, -2),
    word(pickOf(random.chance(0.7) ? LAST_WORDS : STATES, random), last.spaceAfter),
  ];
}

/** Puts a few words between quotation marks ('must withdraw'), which the layout may make single or curly. */
function withQuotation(tokens: readonly ConlluToken[], random: Random): readonly ConlluToken[] {
  const start = random.between(0, tokens.length);
  const end = Math.min(tokens.length, start + random.between(1, 6));
  const isFree = tokens.slice(start, end).every((token) => /^[\w-]+$/.test(token.form));
  if (!isFree || start === end || (start > 0 && !tokens[start - 1]!.spaceAfter)) return tokens;
  const last = tokens[end - 1]!;
  const inside = [...tokens.slice(start, end - 1), { ...last, spaceAfter: false }];
  return [
    ...tokens.slice(0, start),
    word('"', false),
    ...inside,
    word('"', last.spaceAfter),
    ...tokens.slice(end),
  ];
}

/** A short sentence without its full stop, on a line of its own. */
function asHeadline(tokens: readonly ConlluToken[]): readonly ConlluToken[] {
  return tokens.at(-1)!.form === "." && tokens.length > 3 ? tokens.slice(0, -1) : tokens;
}

/** The document with the marks of news put in by chance. */
export function asNews(document: readonly ConlluSentence[], random: Random): ConlluSentence[] {
  const result = random.chance(0.5) ? header(random) : [];
  let afterHeadline = false;
  for (const [k, original] of document.entries()) {
    let tokens: readonly ConlluToken[] = original.tokens.flatMap((_, t) =>
      replaced(original.tokens, t, random),
    );
    if (random.chance(0.15)) tokens = withQuotation(tokens, random);
    let startsParagraph: boolean = original.startsParagraph || afterHeadline;
    if (startsParagraph && random.chance(0.03)) result.push(sentence(dateLine(random)));
    if (startsParagraph && random.chance(0.01)) result.push(sentence(words("* * *")));
    if (startsParagraph && random.chance(0.05)) {
      result.push(dateline(random));
      startsParagraph = false;
    }
    afterHeadline = startsParagraph && tokens.length < 16 && random.chance(0.15);
    tokens = afterHeadline ? asHeadline(tokens) : otherEnd(tokens, document[k + 1], random);
    result.push({ ...original, startsParagraph, tokens });
  }
  return result;
}
