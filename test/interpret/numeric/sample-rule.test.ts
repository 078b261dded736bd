import { describe, expect, it } from 'vitest';
import { UnsupportedError } from '../../../src/errors.ts';
import { readDeclarations, type SampleSpace, typedFamily } from '../../../src/families/index.ts';
import { type SampleValue, sampleRule } from '../../../src/interpret/numeric/sample-rule.ts';

function spaceOf(variables: string): SampleSpace {
  const names = readDeclarations(variables).map(({ name }) => name);
  return typedFamily({ density: [...names, 't'].join('*'), variables, parameters: 't real' }).family.sampleSpace;
}

/** The sample as numbers, by the ends 0 and 1 or 2. */
function numbers(point: readonly SampleValue[], high = 1): number[] {
  return point.map(({ from, gap }) => (from === 'high' ? high - gap : gap));
}

type Sample = (x: readonly number[]) => number;

function total(variables: string, logDensity: Sample, f: Sample = () => 1, high = 1): number {
  const at = (g: Sample) => (point: readonly SampleValue[]) => g(numbers(point, high));
  const rule = sampleRule(spaceOf(variables), { logDensity: at(logDensity), factors: (point) => [1, at(f)(point)] });
  return rule.reduce((sum, { point, weight }) => sum + weight * Math.exp(at(logDensity)(point)) * at(f)(point), 0);
}

describe('the integral of a density and a function over', () => {
  it.each<[string, Sample, Sample, number]>([
    ['x real', ([x]) => -(x! ** 2) / 2, ([x]) => x! ** 2, Math.sqrt(2 * Math.PI)],
    ['x positive', ([x]) => -x! - Math.log(x!) / 2, () => 1, Math.sqrt(Math.PI)],
    ['x unit', ([x]) => -Math.log(x!) / 2, ([x]) => x!, 2 / 3],
    ['x natural', ([x]) => -x!, () => 1, 1 / (1 - Math.exp(-1))],
    ['x integer', ([x]) => -Math.abs(x!), () => 1, 2 / (1 - Math.exp(-1)) - 1],
    ['x circle', () => 0, ([x]) => Math.cos(x!) ** 2, Math.PI],
    ['x {1, 2, 5}', ([x]) => Math.log(x!), ([x]) => x!, 30],
    ['x real, y {1, 2}', ([x, y]) => -((x! / y!) ** 2) / 2, () => 1, 3 * Math.sqrt(2 * Math.PI)],
    ['y {1, 2}, x natural', ([y, x]) => -y! * x!, () => 1, 1 / (1 - Math.exp(-1)) + 1 / (1 - Math.exp(-2))],
    ['x positive, y positive', ([x, y]) => -x! - y!, ([x, y]) => x! * y!, 1],
    ['x natural, y real', ([x, y]) => -x! - (y! - x!) ** 2 / 2, () => 1, Math.sqrt(2 * Math.PI) / (1 - Math.exp(-1))],
  ])('%s', (variables, logDensity, f, exact) => {
    expect(Math.abs(total(variables, logDensity, f) / exact - 1)).toBeLessThan(1e-9);
  });

  it('an interval with integrable singularities at both ends, the arcsine law, by the distances from them', () => {
    const logDensity = ([{ gap }]: readonly SampleValue[]): number => -(Math.log(gap) + Math.log(2 - gap)) / 2;
    const rule = sampleRule(spaceOf('x 0..2'), { logDensity, factors: () => [1] });
    const mass = rule.reduce((sum, { point, weight }) => sum + weight * Math.exp(logDensity(point)), 0);
    expect(mass).toBeCloseTo(Math.PI, 10);
  });
});

it('three infinite variables are refused', () => {
  expect(() => total('x real, y real, z real', () => 0)).toThrow(UnsupportedError);
  expect(() => total('x real, y real, z real', () => 0)).toThrow('at most two variables');
});
