import { describe, expect, it } from 'vitest';
import { parseRational, rational } from '../../src/algebra/index.ts';
import { parseExpression, printClosedForm } from '../../src/calculus/index.ts';
import {
  binomial,
  type Coordinate,
  categorical,
  type Family,
  gibbs,
  normal,
  reparametrize,
  type SpinSystem,
  spinModel,
} from '../../src/families/index.ts';
import { exactField, exactGeometry, exactModel, exactTensor, nested } from '../../src/interpret/index.ts';

function scalarOf(family: Family): string {
  const model = exactModel(family);
  return printClosedForm(model.field, exactGeometry(model).scalar.at([]));
}

function spins(count: number, couplings: SpinSystem['couplings'], fields: SpinSystem['fields'] = 'none'): Family {
  return gibbs(spinModel({ spins: count, couplings, fields }));
}

const real = (name: string): Coordinate => ({ name, domain: 'real' });
const positive = (name: string): Coordinate => ({ name, domain: 'positive' });

describe('the scalar curvature, exactly and at every point at once', () => {
  // Spheres of radius 2 sqrt(N) for categorical families [Amari 2016]; the simplex for two spins with both fields and
  // their coupling; three couplings of a ring: exact enumeration by hand.
  it.each([
    ['normal', normal(), '-1'],
    ['binomial, n symbolic', binomial(), '0'],
    ['two outcomes', categorical(2), '0'],
    ['three outcomes: d (d - 1) / 4 for d = 2', categorical(3), '1 / 2'],
    ['four outcomes: d (d - 1) / 4 for d = 3', categorical(4), '3 / 2'],
    ['two spins with fields: the simplex of four outcomes', spins(2, 'chain', 'each'), '3 / 2'],
    ['a ring of three couplings', spins(3, 'ring'), '3 / 2'],
    ['an open chain of three couplings', spins(4, 'chain'), '0'],
    ['one spin in a field', spins(1, 'chain', 'each'), '0'],
  ])('%s', (_, family, expected) => {
    expect(scalarOf(family)).toBe(expected);
  });

  it('of five outcomes is 3: d (d - 1) / 4 for d = 4, in the coordinates of a Gibbs measure', () => {
    const variables = Array.from({ length: 5 }, (_, s) =>
      Array.from({ length: 4 }, (_, i) => rational(i === s ? 1 : 0)),
    );
    expect(scalarOf(gibbs({ coordinates: ['a', 'b', 'c', 'd'], variables }))).toBe('3');
  });
});

describe('the scalar curvature does not depend on the coordinates:', () => {
  it.each<[string, Family, Coordinate[], Record<string, string>, string]>([
    ['mean and variance', normal(), [real('mu'), positive('v')], { mu: 'mu', sigma: 'sqrt(v)' }, '-1'],
    ['log-scale', normal(), [real('mu'), real('s')], { mu: 'mu', sigma: 'exp(s)' }, '-1'],
    [
      'precision, and mean times precision',
      normal(),
      [real('a'), positive('b')],
      { mu: 'a/b', sigma: '1/sqrt(b)' },
      '-1',
    ],
    ['a shear', normal(), [real('a'), positive('sigma')], { mu: 'a + sigma^2', sigma: 'sigma' }, '-1'],
    ['log-odds', binomial(), [real('a')], { theta: 'exp(a)/(1 + exp(a))' }, '0'],
    ['odds, a fractional-linear map', binomial(), [positive('o')], { theta: 'o/(1 + o)' }, '0'],
    [
      'three outcomes by odds',
      categorical(3),
      [positive('a'), positive('b')],
      { p1: 'a/(1 + a + b)', p2: 'b/(1 + a + b)' },
      '1 / 2',
    ],
    [
      'three outcomes by softmax',
      categorical(3),
      [real('a'), real('b')],
      { p1: 'exp(a)/(1 + exp(a) + exp(b))', p2: 'exp(b)/(1 + exp(a) + exp(b))' },
      '1 / 2',
    ],
    [
      'two spins, h1 and h2 mixed',
      spins(2, 'chain', 'each'),
      [real('s'), real('d'), real('J')],
      { h1: 's + d', h2: 's - d', J: 'J' },
      '3 / 2',
    ],
  ])('%s', (_, family, coordinates, map, expected) => {
    expect(scalarOf(reparametrize(family, coordinates, map))).toBe(expected);
  });

  it('while components do: the metric in mean and variance is diag(1/v, 1/(2 v^2)), by the chain rule', () => {
    const family = reparametrize(normal(), [real('mu'), positive('v')], { mu: 'mu', sigma: 'sqrt(v)' });
    const model = exactModel(family);
    const shown = nested(2, exactTensor(model), (value) => printClosedForm(model.field, value));
    expect(shown).toEqual([
      ['1 / v', '0'],
      ['0', '1 / (2 * v ^ 2)'],
    ]);
  });
});

it('the Christoffel symbols of the normal family are those of a hyperbolic plane', () => {
  // From g = diag(1, 2) / sigma^2 by hand: G^mu_mu,sigma = -1/sigma, G^sigma_mu,mu = 1/(2 sigma), G^sigma_sigma,sigma = -1/sigma.
  const model = exactModel(normal());
  const { christoffel } = exactGeometry(model);
  expect(nested(2, christoffel, (value) => printClosedForm(model.field, value))).toEqual([
    [
      ['0', '-1 / sigma'],
      ['-1 / sigma', '0'],
    ],
    [
      ['1 / (2 * sigma)', '0'],
      ['0', '-1 / sigma'],
    ],
  ]);
});

it('n trials have the metric of one trial times n, and curvature divided by n where there is any', () => {
  const one = exactModel(binomial(parseRational('1')));
  const many = exactModel(binomial(parseRational('12')));
  const { field } = many;
  const expected = field.multiply(field.fromInteger(12), exactTensor(one).at([0, 0]));
  expect(field.equals(exactTensor(many).at([0, 0]), expected)).toBe(true);
});

it('the exact field holds coordinates, constants without a value and the sample variable, not the states of a sum', () => {
  expect(exactField(binomial()).kernels.map((kernel) => kernel.kind === 'symbol' && kernel.name)).toEqual([
    'theta',
    'n',
    'x',
    'pi',
  ]);
  const names = exactField(categorical(2)).kernels.map((kernel) => kernel.kind === 'symbol' && kernel.name);
  expect(names).toEqual(['p1', 'pi']);
});

it('statistics in fractions of different denominators stand side by side', () => {
  const variables = [['1/2'], ['1/3'], ['0']].map((row) => row.map(parseRational));
  const model = exactModel(gibbs({ coordinates: ['t'], variables }));
  expect(model.field.isZero(exactTensor(model).at([0, 0]))).toBe(false);
});

it('the integral of a normal density is recognised, so that its statistics need not be declared', () => {
  const { statistics: _, ...bare } = normal();
  const model = exactModel(bare);
  const { metric, scalar } = exactGeometry(model);
  expect(
    [metric.at([0, 0]), metric.at([0, 1]), metric.at([1, 1]), scalar.at([])].map((e) =>
      printClosedForm(model.field, e),
    ),
  ).toEqual(['1 / sigma ^ 2', '0', '2 / sigma ^ 2', '-1']);
  expect(model.kernels).toEqual([]);
});

describe('statistics that do not fit are refused:', () => {
  const { statistics: _, ...bare } = normal();

  it('statistics that are not the functions in the score, or not told apart', () => {
    const refused = (...texts: readonly string[]) =>
      expect(() => exactModel({ ...bare, statistics: texts.map(parseExpression) }));
    refused('x', 'x^3').toThrow('the score contains x ^ 2, which is not among the sufficient statistics of normal');
    refused('x', '2 * x').toThrow('x, 2 * x share all their terms');
    refused('x').toThrow('1 statistics for 2 coordinates');
  });
});
