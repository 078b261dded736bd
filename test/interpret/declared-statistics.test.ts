import { expect, it } from 'vitest';
import { typedFamily } from '../../src/families/index.ts';
import { declareStatistics } from '../../src/interpret/declared-statistics.ts';

function declared(density: string, variables: string, parameters: string) {
  return declareStatistics(typedFamily({ density, variables, parameters }).family);
}

it('a full exponential family gets its statistics, which are not declared for a curved one', () => {
  const full = declared('exp(-(x-m)^2/(2*s^2))/(sqrt(2*pi)*s)', 'x real', 'm real, s positive');
  expect(full?.statistics).toEqual(['x', 'x ^ 2']);
  expect(full?.family.statistics).toHaveLength(2);
  const curved = declared('exp(-(x-m)^2/(2*m^2))/(sqrt(2*pi)*m)', 'x real', 'm positive');
  expect(curved?.remark).toBe('recognised: a curved exponential family with sufficient statistics x, x ^ 2');
  expect(curved?.family.statistics).toBeUndefined();
});

it('a family whose score is no finite combination of functions of the sample has none', () => {
  expect(declared('1/(pi*(1+(x-m)^2))', 'x real', 'm real')).toBeNull();
});
