/** Numbers between 0 and 1 from a seed (mulberry32), others for every text that is given besides. */
export function seededNumbers(seed: number, text: string = ''): () => number {
  let state = (seed * 0x9e3779b9) >>> 0;
  for (const character of text) state = Math.imul(state ^ character.codePointAt(0)!, 0x01000193) >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}
