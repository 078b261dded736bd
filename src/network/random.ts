import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
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
 * The random source of a seed (a 32-bit integer): xoroshiro128+, normals by Marsaglia's polar method. Streams
 * `0, 1, 2, ...` of one seed are 2^64 draws apart, hence disjoint in practice.
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
  const generator = xoroshiro128plus(seed);
  for (let jumps = 0; jumps < stream; jumps += 1) generator.jump();
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
