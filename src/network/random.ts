import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plusFromState } from 'pure-rand/generator/xoroshiro128plus';
import { InputError } from '../errors.ts';

/**
 * A stream of independent random numbers, determined by its seed and its position. The only thing in this package that
 * changes when it is read: who needs reproducible parts gives each part a stream of its own (`randomSource(seed, part)`).
 */
export interface RandomSource {
  /** A draw from the uniform law on [0, 1). */
  uniform(): number;
  /** A draw from the standard normal law. */
  normal(): number;
  /** A draw from the uniform law on {0, ..., bound - 1}; `bound` is a positive integer. */
  integer(bound: number): number;
}

/**
 * The random source of a seed (a 32-bit integer): xoroshiro128+, its state filled from the seed by a generator that mixes
 * it, without which the first draws of small seeds are nearly the same [Blackman-Vigna 2021]; normals by Marsaglia's polar
 * method. Streams `0, 1, 2, ...` of one seed are 2^64 draws apart, hence disjoint in practice.
 *
 * @throws InputError if the seed is no 32-bit integer or the stream no natural number.
 */
export function randomSource(seed: number, stream = 0): RandomSource {
  if (!Number.isInteger(seed) || seed < -(2 ** 31) || seed >= 2 ** 32) {
    throw new InputError(`A seed is a 32-bit integer; got ${seed}. Try 1.`);
  }
  if (!Number.isSafeInteger(stream) || stream < 0) {
    throw new InputError(`A random stream is numbered 0, 1, 2, ...; got ${stream}.`);
  }
  const generator = startOf(seed, stream);
  let spare: number | undefined;
  const uniform = (): number => uniformFloat64(generator);
  const normal = (): number => {
    if (spare !== undefined) {
      const kept = spare;
      spare = undefined;
      return kept;
    }
    for (;;) {
      const a = 2 * uniform() - 1;
      const b = 2 * uniform() - 1;
      const square = a * a + b * b;
      if (square > 0 && square < 1) {
        const scale = Math.sqrt((-2 * Math.log(square)) / square);
        spare = b * scale;
        return a * scale;
      }
    }
  };
  return { uniform, normal, integer: (bound) => uniformInt(generator, 0, bound - 1) };
}

/** Where the stream last asked for begins: the next one is then a jump away, however far out it is. */
let latest: { readonly seed: number; readonly stream: number; readonly state: readonly number[] } | null = null;

function startOf(seed: number, stream: number) {
  const known = latest !== null && latest.seed === seed && latest.stream <= stream ? latest : null;
  const generator = xoroshiro128plusFromState(known?.state ?? mixedWords(seed, 4));
  for (let jumps = known?.stream ?? 0; jumps < stream; jumps += 1) generator.jump();
  latest = { seed, stream, state: generator.getState() };
  return generator;
}

/** Words of a 32-bit SplitMix sequence: a Weyl sequence, each of its terms mixed by the finaliser of MurmurHash3. */
function mixedWords(seed: number, count: number): number[] {
  return Array.from({ length: count }, (_, i) => {
    let word = (seed + Math.imul(i + 1, 0x9e3779b9)) | 0;
    word = Math.imul(word ^ (word >>> 16), 0x85ebca6b);
    word = Math.imul(word ^ (word >>> 13), 0xc2b2ae35);
    return word ^ (word >>> 16);
  });
}

/** `count` independent standard normal draws. */
export function normalVector(random: RandomSource, count: number): Float64Array {
  const draws = new Float64Array(count);
  for (let i = 0; i < count; i += 1) draws[i] = random.normal();
  return draws;
}

/** A uniformly random arrangement of 0, ..., count - 1 (Fisher-Yates). */
export function permutation(random: RandomSource, count: number): readonly number[] {
  const order = Array.from({ length: count }, (_, i) => i);
  for (let last = count - 1; last > 0; last -= 1) {
    const other = random.integer(last + 1);
    [order[last], order[other]] = [order[other]!, order[last]!];
  }
  return order;
}
