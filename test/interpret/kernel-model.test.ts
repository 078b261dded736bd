import { describe, expect, it } from 'vitest';
import { rational } from '../../src/algebra/index.ts';
import { evaluator, jets, parseExpression, printClosedForm } from '../../src/calculus/index.ts';
import { type Family, gamma, normal, typedFamily, weibull } from '../../src/families/index.ts';
import { amariChentsov } from '../../src/geometry/index.ts';
import {
  exactGeometry,
  exactManifold,
  exactModel,
  familyManifoldAt,
  type KernelModel,
  kernelModel,
} from '../../src/interpret/index.ts';
import { numericExpectation } from '../../src/interpret/numeric/density-at.ts';

function typed(density: string, variables: string, parameters: string, constants?: string): Family {
  return typedFamily({ density, variables, parameters, ...(constants === undefined ? {} : { constants }) }).family;
}

/** The upper triangle of the metric as text. */
function metricOf(model: KernelModel): string[] {
  const { metric } = exactGeometry(model);
  const range = model.family.coordinates.map((_, index) => index);
  return range.flatMap((i) => range.filter((j) => j >= i).map((j) => printClosedForm(model.field, metric.at([i, j]))));
}

const oddsOfLogistic = 'exp(-(x-m)/s)/(s*(1+exp(-(x-m)/s))^2)';

describe('a recognised integral leaves no expectation open:', () => {
  it.each<[string, Family, Family]>([
    ['normal', normal(), typed('exp(-(x-mu)^2/(2*sigma^2))/(sqrt(2*pi)*sigma)', 'x real', 'mu real, sigma positive')],
    ['gamma', gamma(), typed('x^(k-1)*exp(-x/theta)/(gamma(k)*theta^k)', 'x positive', 'k positive, theta positive')],
    [
      'weibull',
      weibull(),
      typed('k/lambda*(x/lambda)^(k-1)*exp(-(x/lambda)^k)', 'x positive', 'k positive, lambda positive'),
    ],
  ])('%s as in the catalogue, metric, curvature and Amari-Chentsov tensor', (_, known, family) => {
    const model = kernelModel(family);
    const [own, catalogued] = [exactManifold(model), exactManifold(exactModel(known))];
    const into = evaluator(catalogued.field, own.field, own.field.symbol);
    const same = (a: Parameters<typeof own.field.equals>[0], b: Parameters<typeof into>[0]): void =>
      expect(own.field.isZero(own.field.subtract(a, into(b)))).toBe(true);
    for (const places of [
      [0, 0],
      [0, 1],
      [1, 1],
    ])
      same(own.geometry.metric.at(places), catalogued.geometry.metric.at(places));
    same(own.geometry.scalar.at([]), catalogued.geometry.scalar.at([]));
    for (const places of [
      [0, 0, 0],
      [0, 0, 1],
      [0, 1, 1],
      [1, 1, 1],
    ])
      same(own.expected!(amariChentsov).at(places), catalogued.expected!(amariChentsov).at(places));
    expect(model.kernels).toEqual([]);
  });
});

describe('a location-scale family has numbers for kernels', () => {
  it('two of them, since an even density has no mixed component', () => {
    const model = kernelModel(typed(oddsOfLogistic, 'x real', 'm real, s positive'));
    expect(metricOf(model)).toEqual(['2 * E1 / s ^ 2', '0', 'E2 / s ^ 2']);
    expect(model.kernels.map(({ arguments: names }) => names)).toEqual([[], []]);
    expect(model.kernels[0]!.text).toBe('E[exp(z) / (exp(z) + 1) ^ 2]');
    expect(printClosedForm(model.field, exactGeometry(model).scalar.at([]))).toBe('-2 / E2');
  });

  it('that are functions of the shapes alone: the skew-normal family', () => {
    const skew = 'exp(-((x-m)/s)^2/2)/sqrt(2*pi)/s*(1+erf(a*(x-m)/(s*sqrt(2))))';
    const model = kernelModel(typed(skew, 'x real', 'm real, s positive, a real'));
    expect(metricOf(model)).toEqual([
      'E1(a) / s ^ 2',
      'E2(a) / s ^ 2',
      '-E3(a) / s',
      'E4(a) / s ^ 2',
      '-E5(a) / s',
      'E6(a)',
    ]);
    expect(model.kernels.every(({ arguments: names }) => names.join() === 'a')).toBe(true);
  });

  it('that depend on symbolic constants', () => {
    const density = '(1+((x-m)/s)^2/nu)^(-(nu+1)/2)';
    const model = kernelModel(typed(density, 'x real', 'm real, s positive', 'nu positive'));
    expect(metricOf(model)).toEqual(['E1(nu) / s ^ 2', '0', 'E2(nu) / s ^ 2']);
  });
});

describe('an integral that is not known is a kernel itself', () => {
  it('of which natural coordinates have the Hessian as their metric', () => {
    const model = kernelModel({ ...typed('exp(a*x - b*x^4)', 'x real', 'a real, b positive'), normalised: false });
    expect(metricOf(model)).toEqual([
      'partial(logZ(a, b), 2, 0)',
      'partial(logZ(a, b), 1, 1)',
      'partial(logZ(a, b), 0, 2)',
    ]);
    expect(model.kernels.map(({ name }) => name)).toEqual(['logZ']);
  });

  it('but not where it does not depend on the coordinates', () => {
    const family = typed('exp(-x^4)*(1 + t*x/(1+x^2))', 'x real', 't -1..1');
    const model = kernelModel({ ...family, normalised: false, constantIntegral: true });
    expect(metricOf(model)).toEqual(['E1(t)']);
    expect(model.kernels.map(({ name }) => name)).toEqual(['E1']);
  });
});

it('kernels and their derivatives mean the expectations that they stand for: closed forms agree with numbers at a point', () => {
  const mixture = typed('p*exp(-x^2/2)/sqrt(2*pi) + (1-p)*exp(-(x-m)^2/2)/sqrt(2*pi)', 'x real', 'p unit, m real');
  const model = kernelModel(mixture);
  const values = [0.3, 1.5];
  const field = jets(2, 3);
  const mean = numericExpectation(mixture, field, values).fine;
  // The kernels are the components of the metric, E1, E2, E3 in order: as jets by the definition E[score score].
  const component = (i: number, j: number) => mean((l) => field.multiply(field.partial(l, i), field.partial(l, j)));
  const geometry = exactGeometry(model);
  const exact = [0, 1, 1].map((i, k) =>
    geometry.metric.at([Math.min(i, k), Math.max(i, k) === 2 ? 1 : Math.max(i, k)]),
  );
  expect(exact).toHaveLength(3);
  const byName = new Map([
    ['E1', component(0, 0)],
    ['E2', component(0, 1)],
    ['E3', component(1, 1)],
  ]);
  expect(metricOf(model)).toEqual(['E1(p, m)', 'E2(p, m)', 'E3(p, m)']);
  const evaluate = evaluator(
    model.field,
    field,
    (name) => (name === 'p' ? field.coordinate(0, values[0]!) : field.coordinate(1, values[1]!)),
    (name, orders) =>
      orders.reduce(
        (jet, order, index) => Array.from({ length: order }).reduce<typeof jet>((d) => field.partial(d, index), jet),
        byName.get(name)!,
      ),
  );
  const inKernels = field.value(evaluate(geometry.scalar.at([])));
  const { field: numbers, geometry: there } = familyManifoldAt(mixture, { p: rational(3, 10), m: rational(3, 2) });
  expect(inKernels).toBeCloseTo(numbers.value(there.scalar.at([])), 8);
});

it('names of kernels avoid those that are declared', () => {
  const model = kernelModel(typed('exp(-x^4*E1)*(1 + z*x/(1+x^2))', 'x real', 'E1 positive, z -1..1'));
  exactGeometry(model).metric.at([1, 1]);
  expect(model.kernels.every(({ name }) => name.startsWith('K'))).toBe(true);
});

it('a coordinate named pi is not the number: the shape of a Weibull family, whose metric contains psi_1(1) = pi^2/6', () => {
  const model = kernelModel(typed('pi/t*(x/t)^(pi-1)*exp(-(x/t)^pi)', 'x positive', 'pi positive, t positive'));
  const [shape] = metricOf(model);
  expect(shape).toBe('(π ^ 2 + 6 * digamma(1) ^ 2 + 12 * digamma(1) + 6) / (6 * pi ^ 2)');
  const gammaLike = typed('x^(pi-1)*exp(-x/t)/(gamma(pi)*t^pi)', 'x positive', 'pi positive, t positive');
  const declared = exactModel({ ...gammaLike, statistics: ['log(x)', 'x'].map((text) => parseExpression(text)) });
  expect(printClosedForm(declared.field, exactGeometry(declared).metric.at([0, 0]))).toBe('polygamma(1, pi)');
});

it.each([
  ['x natural', 'the logarithm of the sum of the density'],
  ['x positive', 'the logarithm of the integral of the density'],
])('of a density on %s that is not normalised, logZ is %s', (variable, text) => {
  const model = kernelModel({ ...typed('exp(-a*x^3-b*x)', variable, 'a positive, b positive'), normalised: false });
  expect(model.kernels[0]).toMatchObject({ name: 'logZ' });
  expect(model.kernels[0]?.text).toContain(text);
});

it('where an expectation is named by derivatives of l, l is introduced', () => {
  const density = 'exp(-x^2 - log(1 + exp(a*x) + exp(b*x^2*a) + a*b*x^4 + exp(a*b*x) + b*exp(x*a^2)))';
  const model = kernelModel({ ...typed(density, 'x real', 'a positive, b positive'), normalised: false });
  metricOf(model);
  const named = model.kernels.filter(({ text }) => /d_a|d_b/.test(text));
  expect(named.length).toBeGreaterThan(0);
  for (const { text, tex } of named) expect([text, tex].every((one) => one.includes('l the log-density'))).toBe(true);
});
