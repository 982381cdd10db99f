/** Hashing of strings and features into tables: FNV-1a steps with a final avalanche (constants of FNV-1a, Murmur3). */
export const HASH_SEED = 0x811c9dc5 | 0;

/** Adds one integer to a hash. */
export function mix(hash: number, value: number): number {
  const next = Math.imul(hash ^ value, 0x01000193);
  return next ^ (next >>> 15);
}

/** Spreads the bits of a hash over the whole word. */
export function finish(hash: number): number {
  let h = hash ^ (hash >>> 16);
  h = Math.imul(h, 0x85ebca6b);
  h ^= h >>> 13;
  h = Math.imul(h, 0xc2b2ae35);
  return h ^ (h >>> 16);
}

/** Hash of a whole string, code unit by code unit. */
export function hashString(text: string): number {
  let hash = HASH_SEED;
  for (let i = 0; i < text.length; i++) hash = mix(hash, text.charCodeAt(i));
  return finish(hash);
}
