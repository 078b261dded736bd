import { expect, it } from 'vitest';
import { rational } from '../../src/algebra/index.ts';
import { curieWeiss, familyByName } from '../../src/families/index.ts';

it('the states of the Curie-Weiss model are the values of M with the number of microstates that have it', () => {
  const { sampleSpace } = curieWeiss(rational(4));
  expect(sampleSpace).toEqual({
    kind: 'finite',
    variables: ['M'],
    states: [4, 2, 0, -2, -4].map((M) => [rational(M)]),
    weights: [1, 4, 6, 4, 1],
  });
  // 2^60 states, as many as bigint counts.
  const space = curieWeiss(rational(60)).sampleSpace;
  const weights: readonly (number | bigint)[] = (space.kind === 'finite' && space.weights) || [];
  expect(weights.map(BigInt).reduce((total, weight) => total + weight, 0n)).toBe(2n ** 60n);
});

it('the number of spins is whole and given: the infinite system has a metric of rank 1', () => {
  expect(() => curieWeiss(rational(1))).toThrow('the Curie-Weiss model has N = 2 to 1000 spins, got 1');
  expect(() => curieWeiss(rational(5, 2))).toThrow('got 2.5');
  expect(() => familyByName('curie-weiss').build({})).toThrow(/--parameters N=10: in infinite volume .* rank 1/);
});
