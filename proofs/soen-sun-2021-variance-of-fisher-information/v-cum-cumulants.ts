import { bernoulli, calculation } from 'fisher-rao';
import { allVanish, along, exponentialFamily, logPartition, moment } from './symbolic-heads.ts';

export const cumulants = calculation({
  label: 'V-CUM',
  title: 'cumulants up to third order are central moments (as printed), so that of first order is one: a coin',
  family: bernoulli(),
  claim: 'E(x) = E(x - theta)',
  expected: 'refuted',
});

const three = exponentialFamily(3);
const difference = (places: readonly number[]): string =>
  `${moment(three, places)} - ${along(logPartition(3), ...places.map((place) => three.natural[place]))}`;

export const secondAndThirdCumulants = calculation({
  label: 'V-CUM/repaired',
  title: 'those of second and third order are: derivatives of F, for any exponential family',
  family: three.family,
  functions: three.functions,
  symbols: { m1: 'real', m2: 'real', m3: 'real' },
  claim: allVanish(
    [
      [0, 0],
      [0, 1],
      [0, 0, 0],
      [0, 0, 1],
      [0, 1, 2],
    ].map(difference),
  ),
  expected: 'proved',
});
