/** Markup that came in place of its text: tags and scripts read as prose would give events that nobody reported. */
const ELEMENTS =
  "html|head|body|title|meta|link|script|style|noscript|iframe|svg|p|div|span|a|br|hr|img|picture|figure|figcaption|" +
  "h[1-6]|ul|ol|li|dl|dt|dd|table|thead|tbody|tr|td|th|article|section|header|footer|nav|main|aside|form|input|button|" +
  "label|strong|em|b|i|u|small|sup|sub|blockquote|q|cite|code|pre|time|video|audio|source";
const TAG = new RegExp(`</?(?:${ELEMENTS})(?:\\s[^<>]*)?/?>`, "giu");
const CODE_START = /<(?:script|style)(?:\s[^<>]*)?>/iu;
const CODE_END = /<\/(?:script|style)\s*>/iu;

const MIN_TAGS = 3; // fewer may be quoted in a text
const CHARACTERS_PER_TAG = 2000; // rarer tags are slips in a long text

/** True for text that is clearly HTML: several tags, an element around the whole, or a script or style sheet. */
export function isMarkup(text: string): boolean {
  if (!text.includes("</") && !text.includes(">")) return false;
  const tags = text.match(TAG)?.length ?? 0;
  if (tags < 2) return false;
  if (tags >= MIN_TAGS && tags * CHARACTERS_PER_TAG >= text.length) return true;
  return isWrapped(text.trim()) || hasCode(text);
}

/** "<p>...</p>": it begins and ends with a tag. */
function isWrapped(text: string): boolean {
  return text.search(TAG) === 0 && /<\/[a-z][a-z0-9]*\s*>$/iu.test(text.slice(-20));
}

function hasCode(text: string): boolean {
  const start = text.search(CODE_START);
  return start >= 0 && CODE_END.test(text.slice(start));
}
