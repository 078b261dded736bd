import { describe, expect, test } from 'vitest';
import { evaluate } from '../../src/engine/index.ts';
import { DomainError, InputError, UnsupportedError } from '../../src/errors.ts';
import {
  declaredHead,
  type Head,
  type HeadDeclaration,
  headGeometry,
  poissonHead,
  randomSource,
} from '../../src/network/index.ts';
import { buildProgram, tensor, tensorType } from '../../src/program/index.ts';

const poisson: HeadDeclaration = {
  density: 'lambda^x*exp(-lambda)/x!',
  variable: 'x natural',
  parameters: 'lambda positive',
  links: { lambda: 'exp(z1)' },
};
const inverseGaussian: HeadDeclaration = {
  density: 'sqrt(l/(2*pi*x^3))*exp(-l*(x-m)^2/(2*m^2*x))',
  variable: 'x positive',
  parameters: 'm positive, l positive',
  links: { m: 'exp(z1)', l: 'exp(z2)' },
};

function loss(head: Head, h: readonly number[], y: readonly number[]): number {
  const types = { h: tensorType('float64', [1, h.length]), y: tensorType('float64', [1, y.length]) };
  const program = buildProgram('loss', types, (b, { h, y }) => ({ loss: head.negativeLogLikelihood(b, h, y) }));
  const values = { h: tensor('float64', types.h.shape, h), y: tensor('float64', types.y.shape, y) };
  return evaluate(program, values)['loss']!.data[0]!;
}

/** Mean and variance of draws, which are within four standard errors of those of the law. */
function expectMoments(head: Head, z: readonly number[], mean: number, variance: number): void {
  const random = randomSource(2);
  const count = 2000;
  const draws = Array.from({ length: count }, () => head.sample(z, random)[0]!);
  const average = draws.reduce((a, b) => a + b) / count;
  const spread = draws.reduce((sum, y) => sum + (y - average) ** 2, 0) / count;
  const fourth = draws.reduce((sum, y) => sum + (y - average) ** 4, 0) / count;
  expect(Math.abs(average - mean)).toBeLessThan(4 * Math.sqrt(variance / count));
  expect(Math.abs(spread - variance)).toBeLessThan(4 * Math.sqrt((fourth - spread ** 2) / count));
}

describe('a declared head', () => {
  test('that spells out the Poisson law has the likelihood of the built-in one', () => {
    const head = declaredHead(poisson);
    expect([head.group, head.targets, head.embedding]).toEqual([1, 1, undefined]);
    expect(head.description).toBe('density lambda^x*exp(-lambda)/x!, of x natural with lambda = exp(z1)');
    const [h, y] = [
      [0.4, -1.1],
      [3, 0],
    ];
    expect(loss(head, h!, y!)).toBeCloseTo(loss(poissonHead(), h!, y!), 13);
    expectMoments(head, [0.7], Math.exp(0.7), Math.exp(0.7));
  });

  test('of an inverse Gaussian law has its metric diag(l / m^3, 1 / (2 l^2)) [Tweedie 1957], pulled back by the links', () => {
    const [z1, z2] = [0.3, -0.6];
    for (const declaration of [
      inverseGaussian,
      { family: 'inverse-gaussian', links: { mu: 'exp(z1)', lambda: 'exp(z2)' } },
    ]) {
      const head = declaredHead(declaration);
      const values = evaluate(headGeometry(head, 2).metric(1, 'float64'), {
        z1: tensor('float64', [1], [z1]),
        z2: tensor('float64', [1], [z2]),
      });
      expect(values['g_0_0']!.data[0]).toBeCloseTo(Math.exp(z2 - z1), 13); // (l / m^3) m^2
      expect(values['g_0_1']!.data[0]).toBeCloseTo(0, 13);
      expect(values['g_1_1']!.data[0]).toBeCloseTo(0.5, 13);
      expectMoments(head, [z1, z2], Math.exp(z1), Math.exp(3 * z1 - z2));
    }
  });

  test('whose density is not normalised is divided by its integral', () => {
    const closed = declaredHead({
      density: 'exp(-r*x)',
      variable: 'x positive',
      parameters: 'r positive',
      links: { r: 'exp(z1)' },
    });
    expect(loss(closed, [0.5], [2])).toBeCloseTo(2 * Math.exp(0.5) - 0.5, 12); // -log(r exp(-r x))
    const constant = declaredHead({ logDensity: '-(x-m)^2/2 - cosh(x-m)', variable: 'x real', parameters: 'm real' });
    // The integral of exp(-t^2/2 - cosh t), by the trapezoidal rule.
    let integral = 0;
    for (let t = -8; t <= 8; t += 0.01) integral += 0.01 * Math.exp((-t * t) / 2 - Math.cosh(t));
    expect(loss(constant, [1], [1.5])).toBeCloseTo(0.125 + Math.cosh(0.5) + Math.log(integral), 9);
  });

  test('of an angle takes angles as targets', () => {
    const head = declaredHead({
      density: 'exp(k*cos(x-m))',
      variable: 'x circle',
      parameters: 'm circle, k positive',
      links: { m: 'z1', k: 'exp(z2)' },
    });
    // I0(1) = 1.2660658777520084 [DLMF 10.25].
    expect(loss(head, [0.4, 0], [1.3])).toBeCloseTo(-Math.cos(0.9) + Math.log(2 * Math.PI * 1.2660658777520084), 12);
    expect(head.targets).toBe(1);
    const drawn = head.sample([0.4, 4], randomSource(1))[0]!; // concentration 55: within 0.7 of the mean
    expect(Math.abs(Math.atan2(Math.sin(drawn - 0.4), Math.cos(drawn - 0.4)))).toBeLessThan(0.7);
  });

  test('that nothing draws from says so when it is to draw', () => {
    const head = declaredHead({
      family: 'multivariate-normal-fixed-covariance',
      parameters: { n: 2, s11: 1, s12: 0.5, s22: 2 },
    });
    expect([head.group, head.targets]).toEqual([2, 2]);
    expect(loss(head, [0, 0], [0.3, -0.5])).toBeGreaterThan(0);
    expect(() => head.sample([0, 0], randomSource(1))).toThrow(UnsupportedError);
    expect(() => head.sample([0, 0], randomSource(1))).toThrow(/exact expectations or observed targets/);
  });

  test.each([
    [{ ...poisson, density: 'exp(x)' }, InputError, /does not contain the parameter "lambda"/],
    [
      { ...poisson, density: 'lambda^x', links: { lambda: 'exp(z1)' } },
      DomainError,
      /at z1 = .* where its integral is finite/,
    ],
    [{ family: 'nromal' }, InputError, /unknown family "nromal"/],
    [{ family: 'student-t', links: { mu: 'z1', sigma: 'exp(z2)' } }, InputError, /student-t needs values for nu/],
    [{ family: 'ideal-gas', links: { beta: 'exp(z1)' } }, UnsupportedError, /no density/],
    [
      { density: 'exp(-abs(x-m))', variable: 'x real', parameters: 'm real' },
      UnsupportedError,
      /absolute values has no smooth likelihood/,
    ],
    [
      { logDensity: 'm*x-x^4', variable: 'x real', parameters: 'm real' },
      UnsupportedError,
      /integral of the density has no closed form/,
    ],
  ] as const)('is refused where it is no law to make a head of: %j', (declaration, error, message) => {
    const declare = () => declaredHead(declaration as HeadDeclaration);
    expect(declare).toThrow(error);
    expect(declare).toThrow(message);
  });
});
