import { describe, expect, it } from 'vitest';
import { parseRational } from '../../src/algebra/index.ts';
import { printClosedForm } from '../../src/calculus/index.ts';
import { DomainError } from '../../src/errors.ts';
import {
  beta,
  binomial,
  categorical,
  cauchy,
  type Family,
  gamma,
  geometric,
  inverseGamma,
  inverseGaussian,
  logistic,
  logNormal,
  nakagami,
  normal,
  poisson,
  rayleigh,
  studentT,
  type TypedDensity,
  typedFamily,
  vonMises,
} from '../../src/families/index.ts';
import { exactGeometry, exactModel, familyManifoldAt, recogniseDensity } from '../../src/interpret/index.ts';

function recognised(density: string, variables: string, parameters: string, constants?: string) {
  const typed: TypedDensity = { density, variables, parameters, ...(constants === undefined ? {} : { constants }) };
  return recogniseDensity(typedFamily(typed));
}

/** Metric and scalar curvature at a point, and whether expectations were numeric. */
function numbersAt(family: Family, at: readonly number[]) {
  const names = family.coordinates.map(({ name }) => name);
  const point = Object.fromEntries(names.map((name, k) => [name, parseRational(String(at[k]))]));
  const { field, geometry, coarser } = familyManifoldAt(family, point);
  const range = names.map((_, index) => index);
  const metric = range.map((i) => range.map((j) => field.value(geometry.metric.at([i, j]))));
  return { metric, scalar: names.length > 1 ? field.value(geometry.scalar.at([])) : 0, numeric: coarser !== undefined };
}

const student = 'gamma((nu+1)/2)/(gamma(nu/2)*sqrt(nu*pi)*s)*(1+((x-m)/s)^2/nu)^(-(nu+1)/2)';

describe('a family of the catalogue that is typed in has the same metric and curvature:', () => {
  it.each<[string, Family, readonly [string, string, string, string?], readonly number[], 'exact' | 'numeric']>([
    ['normal', normal(), ['exp(-(x-m)^2/(2*s^2))/(sqrt(2*pi)*s)', 'x real', 'm real, s positive'], [1, 2], 'exact'],
    ['gamma', gamma(), ['x^(k-1)*exp(-x/t)/(gamma(k)*t^k)', 'x positive', 'k positive, t positive'], [1.5, 2], 'exact'],
    ['beta', beta(), ['x^(a-1)*(1-x)^(b-1)/beta(a,b)', 'x unit', 'a positive, b positive'], [1.5, 2], 'exact'],
    ['poisson', poisson(), ['l^x*exp(-l)/gamma(x+1)', 'x natural', 'l positive'], [3], 'exact'],
    ['poisson with a factorial', poisson(), ['exp(-l)*l^x/x!', 'x natural', 'l positive'], [3], 'exact'],
    ['geometric', geometric(), ['p*(1-p)^x', 'x natural', 'p unit'], [0.25], 'exact'],
    ['rayleigh', rayleigh(), ['x/s^2*exp(-x^2/(2*s^2))', 'x positive', 's positive'], [1.5], 'exact'],
    [
      'nakagami',
      nakagami(),
      ['2*m^m/(gamma(m)*w^m)*x^(2*m-1)*exp(-m*x^2/w)', 'x positive', 'm positive, w positive'],
      [1.5, 2],
      'exact',
    ],
    [
      'inverse gamma',
      inverseGamma(),
      ['t^k/gamma(k)*x^(-k-1)*exp(-t/x)', 'x positive', 'k positive, t positive'],
      [1.5, 2],
      'exact',
    ],
    [
      'inverse Gaussian',
      inverseGaussian(),
      ['sqrt(l/(2*pi*x^3))*exp(-l*(x-m)^2/(2*m^2*x))', 'x positive', 'm positive, l positive'],
      [1.5, 2],
      'exact',
    ],
    [
      'log-normal',
      logNormal(),
      ['exp(-(log(x)-m)^2/(2*s^2))/(x*s*sqrt(2*pi))', 'x positive', 'm real, s positive'],
      [1, 0.5],
      'exact',
    ],
    [
      'binomial, n = 3, with combinations',
      binomial(parseRational('3')),
      ['combinations(3, k)*p^k*(1-p)^(3-k)', 'k {0,1,2,3}', 'p unit'],
      [0.25],
      'exact',
    ],
    [
      'binomial, n = 5',
      binomial(parseRational('5')),
      ['gamma(6)/(gamma(x+1)*gamma(6-x))*p^x*(1-p)^(5-x)', 'x integer 0..5', 'p unit'],
      [0.25],
      'exact',
    ],
    [
      'categorical over {1, 2, 3}',
      categorical(3),
      ['a^((2-x)*(3-x)/2)*b^((x-1)*(3-x))*(1-a-b)^((x-1)*(x-2)/2)', 'x {1,2,3}', 'a 0..1/2, b 0..1/2'],
      [0.25, 0.3],
      'exact',
    ],
    [
      'von Mises',
      vonMises(),
      ['exp(k*cos(x-m))/(2*pi*besseli(0,k))', 'x circle', 'm circle, k positive'],
      [0.5, 1],
      'exact',
    ],
    [
      'logistic',
      logistic(),
      ['exp(-(x-m)/s)/(s*(1+exp(-(x-m)/s))^2)', 'x real', 'm real, s positive'],
      [1, 2],
      'exact',
    ],
    ['cauchy', cauchy(), ['1/(pi*s*(1+((x-m)/s)^2))', 'x real', 'm real, s positive'], [1, 2], 'exact'],
    [
      'Student t, nu = 3',
      studentT(parseRational('3')),
      [student, 'x real', 'm real, s positive', 'nu = 3'],
      [1, 2],
      'exact',
    ],
  ])('%s', (_, known, typed, at, method) => {
    const { family } = recognised(...typed);
    const [own, catalogued] = [numbersAt(family, at), numbersAt(known, at)];
    expect(own.numeric).toBe(method === 'numeric');
    // Rounding and quadrature, magnified by the condition of the metric.
    own.metric.flat().forEach((value, k) => {
      expect(Math.abs(value - catalogued.metric.flat()[k]!)).toBeLessThan(1e-9);
    });
    expect(Math.abs(own.scalar - catalogued.scalar)).toBeLessThan(1e-8);
  });
});

it('reparametrised, unnormalised and by the log-density it is the same family', () => {
  const exact = (typed: TypedDensity): string => {
    const model = exactModel(recogniseDensity(typedFamily(typed)).family);
    return printClosedForm(model.field, exactGeometry(model).scalar.at([]));
  };
  const variables = 'x real';
  expect(exact({ density: 'exp(-(x-m)^2/(2*v))', variables, parameters: 'm real, v positive' })).toBe('-1');
  expect(exact({ logDensity: 't*x - l*x^2', variables, parameters: 't real, l positive' })).toBe('-1');
  expect(
    exact({ density: '7*exp(-(log(x)-m)^2*p)/x', variables: 'x positive', parameters: 'm real, p positive' }),
  ).toBe('-1');
});

describe('it is said how the density is known to be normalised:', () => {
  it.each<[string, readonly [string, string, string], object]>([
    ['by its integral', ['p*(1-p)^x', 'x natural', 'p unit'], { kind: 'exact' }],
    ['by a finite sum', ['p^x*(1-p)^(1-x)', 'x {0,1}', 'p unit'], { kind: 'exact' }],
    ['by numbers', ['exp(-x-exp(-x)*t)*t', 'x -5..inf', 't 40..50'], { kind: 'numeric', points: 3 }],
    ['divided by its integral', ['exp(-x*t)', 'x positive', 't positive'], { kind: 'divided', integral: '1 / t' }],
    ['divided by a number', ['exp(-(x-m)^4)', 'x real', 'm real'], { kind: 'constant', points: 3 }],
    ['divided by an open integral', ['exp(-x^4-m*x)', 'x real', 'm real'], { kind: 'open' }],
  ])('%s', (_, typed, normalisation) => {
    expect(recognised(...typed).normalisation).toMatchObject(normalisation);
  });

  it('E[score] = 0 and the integral of exp(-x^4) = 2 Gamma(5/4), by hand', () => {
    const { normalisation } = recognised('exp(-(x-m)^4)', 'x real', 'm real');
    expect(normalisation.kind === 'constant' && normalisation.integral).toBeCloseTo(1.8128049541109541, 10);
  });
});

describe('what is no density is refused, with the point:', () => {
  it.each([
    ['a divergent integral', '1/(1+x^2)^a', 'x real', 'a unit', 'the integral of the density diverges'],
    ['a divergent sum', 'x^(-s)', 'x integer 1..inf', 's unit', 'diverges'],
    ['a divergent standard integral', 'exp(a*x^2)', 'x real', 'a positive', '-a must be positive'],
    ['a density negative somewhere', 'x*exp(-x^2*s)', 'x real', 's positive', 'the density is negative'],
    ['a density negative everywhere', '-exp(-x^2*s)', 'x real', 's positive', 'the density is negative'],
    ['a negative probability', '(x-1)*p', 'x {0,2}', 'p unit', 'the density is negative'],
  ])('%s', (_, density, variables, parameters, message) => {
    const run = (): unknown => recognised(density, variables, parameters);
    expect(run).toThrow(DomainError);
    expect(run).toThrow(message);
    expect(run).toThrow(/[aps] = /);
  });
});

it('a full exponential family declares its statistics, a curved one does not', () => {
  expect(recognised('exp(-(x-m)^2/(2*s^2))', 'x real', 'm real, s positive').family.statistics).toHaveLength(2);
  const curved = recognised('exp(-(x-m)^2/(2*m^2))', 'x real', 'm positive');
  expect(curved.family.statistics).toBeUndefined();
  expect(curved.statistics).toEqual(['x', 'x ^ 2']);
  expect(curved.remarks[0]).toBe('recognised: a curved exponential family with sufficient statistics x, x ^ 2');
});

describe('a parameter called pi is not the number pi:', () => {
  it.each([
    ['exp(-(x-pi)^2/2)', 'pi real', [1], [['1']], '0'],
    [
      'exp(-(x-m)^2/(2*pi^2))',
      'm real, pi positive',
      [1, 2],
      [
        ['1 / pi ^ 2', '0'],
        ['0', '2 / pi ^ 2'],
      ],
      '-1',
    ],
  ] as const)('%s', (density, parameters, at, metric, scalar) => {
    const { family } = recognised(density, 'x real', parameters);
    const model = exactModel(family);
    const geometry = exactGeometry(model);
    const range = family.coordinates.map((_, k) => k);
    expect(range.map((i) => range.map((j) => printClosedForm(model.field, geometry.metric.at([i, j]))))).toEqual(
      metric,
    );
    expect(printClosedForm(model.field, geometry.scalar.at([]))).toBe(scalar);
    expect(numbersAt(family, at).metric[0]?.[0]).toBeCloseTo(1 / (at[1] ?? 1) ** 2, 12);
  });
});

it('independent variables, more than rules for integrals reach: their information adds up', () => {
  const gauss = (x: string, mean: string): string => `exp(-(${x}-${mean})^2/2)`;
  const density = [gauss('x', 'm'), gauss('y', 'm^2'), gauss('z', 'm^3')].join('*');
  const { family, normalisation } = recognised(density, 'x real, y real, z real', 'm real');
  expect(normalisation.kind).toBe('divided');
  // The information of a normal variable of variance one is the square of the derivative of its mean.
  expect(numbersAt(family, [2])).toEqual({ metric: [[1 + 16 + 144]], scalar: 0, numeric: false });
  expect(() => recognised(`-${density}`, 'x real, y real, z real', 'm real')).toThrow('the density is negative');
});
