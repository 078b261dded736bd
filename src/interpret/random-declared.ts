import { rationalToNumber } from '../algebra/index.ts';
import { type DeclaredDomain, numberOf } from '../families/index.ts';

/** A stream of fractions in [0, 1) that is the same in every run [Knuth 1998, The Art of Computer Programming 2, 3.3.4]. */
export function fractions(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return (state >>> 8) / 2 ** 24;
  };
}

/** A number well inside a declared domain. */
export function valueIn(domain: DeclaredDomain, fraction: () => number): number {
  switch (domain.kind) {
    case 'circle':
      return -3 + 6 * fraction();
    case 'set':
      return rationalToNumber(domain.values[Math.floor(fraction() * domain.values.length)]);
    case 'integers': {
      const { low, high } = domain;
      if (low === null) return (high ?? 3) - Math.floor(fraction() * 5);
      return low + Math.ceil(fraction() * ((high ?? low + 5) - low));
    }
    case 'interval': {
      const [low, high] = [domain.low, domain.high].map((bound) => (bound === null ? null : numberOf(bound)));
      if (low !== null && high !== null) return low + (high - low) * (0.05 + 0.9 * fraction());
      if (low !== null) return low + 0.4 + 2.2 * fraction();
      return high === null ? -2 + 4 * fraction() : high - 0.4 - 2.2 * fraction();
    }
  }
}
