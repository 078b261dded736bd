import { rational } from '../algebra/index.ts';
import { InputError } from '../errors.ts';
import type { GibbsModel } from './gibbs.ts';
import { checkSampleSpaceSize, largestSampleSpace } from './sample-space.ts';

/** Ising spins s_k = +1 or -1 with a coupling of its own on each bond and, if wanted, a field on each spin. */
export interface SpinSystem {
  readonly spins: number;
  readonly couplings: 'ring' | 'chain' | 'complete';
  readonly fields: 'none' | 'each';
}

/**
 * The Gibbs model of a spin system: collective variables s_k (coordinates h1, h2, ...) and s_a s_b for each bond
 * (coordinates J12, J23, ..., or J where there is one bond). Throws {@link InputError} for too few or too many spins.
 */
export function spinModel({ spins, couplings, fields }: SpinSystem): GibbsModel {
  if (!Number.isInteger(spins) || spins < 1) throw new InputError(`expected a whole number of spins, got ${spins}`);
  const size = 2 ** spins;
  checkSampleSpaceSize(`a system of ${spins} spins`, size, `at most ${Math.log2(largestSampleSpace)} spins`);
  const bonds = bondsOf(spins, couplings);
  const single = bonds.length === 1;
  const separator = spins > 9 ? '_' : '';
  const sites = Array.from({ length: fields === 'each' ? spins : 0 }, (_, k) => k);
  if (sites.length + bonds.length === 0) {
    throw new InputError(`one spin without a field has no parameters: add a field (--fields each) or a spin`);
  }
  return {
    coordinates: [
      ...sites.map((k) => `h${k + 1}`),
      ...bonds.map(([a, b]) => (single ? 'J' : `J${a + 1}${separator}${b + 1}`)),
    ],
    variables: Array.from({ length: size }, (_, state) => {
      const spin = (k: number): number => ((state >> k) & 1 ? -1 : 1);
      return [...sites.map(spin), ...bonds.map(([a, b]) => spin(a) * spin(b))].map((value) => rational(value));
    }),
  };
}

function bondsOf(spins: number, couplings: SpinSystem['couplings']): [number, number][] {
  const all = Array.from({ length: spins }, (_, a) => a);
  switch (couplings) {
    case 'complete':
      return all.flatMap((a) => all.slice(a + 1).map((b): [number, number] => [a, b]));
    case 'chain':
      return all.slice(1).map((b): [number, number] => [b - 1, b]);
    case 'ring':
      // Two spins share one bond; from three on the last one joins the first.
      return [...bondsOf(spins, 'chain'), ...(spins > 2 ? [[0, spins - 1] as [number, number]] : [])];
  }
}
