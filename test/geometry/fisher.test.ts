import { describe, expect, it } from 'vitest';
import { parseRational } from '../../src/algebra/index.ts';
import { evaluator, printClosedForm, realNumbers } from '../../src/calculus/index.ts';
import { binomial, categorical, gibbs, normal, spinModel } from '../../src/families/index.ts';
import { fisherMetric, fisherMetricFromHessian } from '../../src/geometry/index.ts';
import { exactModel, exactTensor } from '../../src/interpret/index.ts';
import { define, expectation, partial, tensor } from '../../src/notation/index.ts';
import { agreementCases } from '../agreement/families.ts';
import { tuples, withoutSymmetries } from './sample-metrics.ts';

const cases = [...agreementCases, { title: 'binomial, n symbolic', family: binomial() }];

describe.each(cases.filter(({ family }) => family.nonRegular === undefined))('$title', ({ family }) => {
  const model = exactModel(family);
  const { field } = model;
  const metric = exactTensor(model);
  const pairs = tuples(field.dimension, 2);

  it('has E[score score] = -E[Hessian], which takes the normalisation of the density', () => {
    const other = exactTensor(model, fisherMetricFromHessian);
    for (const at of pairs) expect(field.equals(metric.at(at), other.at(at)), at.join()).toBe(true);
  });

  it('has a score of mean zero', () => {
    const score = partial('_i', tensor('logDensity'));
    const mean = exactTensor(model, define({ name: 'mean', symbol: 'm', places: '_i', formula: expectation(score) }));
    expect(field.isZero(mean.at([0]))).toBe(true);
  });

  it('has the same metric computed without the declared symmetry, so a symmetric one', () => {
    for (const definition of [fisherMetric, fisherMetricFromHessian]) {
      const computed = exactTensor(model, withoutSymmetries(definition));
      for (const [i, j] of pairs) expect(field.equals(computed.at([j, i]), metric.at([i, j])), `${i} ${j}`).toBe(true);
    }
  });
});

describe.each(cases.filter(({ family }) => family.nonRegular !== undefined))(
  '$title, which is not regular',
  ({ family }) => {
    it('has E[score score] that is not -E[Hessian]', () => {
      const model = exactModel(family);
      const { field } = model;
      const [metric, other] = [exactTensor(model), exactTensor(model, fisherMetricFromHessian)];
      expect(tuples(field.dimension, 2).every((at) => field.equals(metric.at(at), other.at(at)))).toBe(false);
    });
  },
);

it('the two forms differ where the density is not normalised', () => {
  const family = { ...gibbs(spinModel({ spins: 2, couplings: 'chain', fields: 'none' })), normalised: true };
  const model = exactModel(family);
  const [scores, hessian] = [exactTensor(model), exactTensor(model, fisherMetricFromHessian)];
  expect(model.field.equals(scores.at([0, 0]), hessian.at([0, 0]))).toBe(false);
});

describe('known metrics (textbook results)', () => {
  const printed = (family: Parameters<typeof exactModel>[0]): string[][] => {
    const model = exactModel(family);
    const metric = exactTensor(model);
    const range = Array.from({ length: model.field.dimension }, (_, k) => k);
    return range.map((i) => range.map((j) => printClosedForm(model.field, metric.at([i, j]))));
  };

  it('normal: diag(1, 2) / sigma^2', () => {
    expect(printed(normal())).toEqual([
      ['1 / sigma ^ 2', '0'],
      ['0', '2 / sigma ^ 2'],
    ]);
  });

  it('binomial: n / (theta (1 - theta)), n symbolic and in numbers', () => {
    expect(printed(binomial())).toEqual([['n / (theta * (1 - theta))']]);
    expect(printed(binomial(parseRational('7')))).toEqual([['7 / (theta * (1 - theta))']]);
  });

  it('categorical: delta_ij / p_i + 1 / p_n', () => {
    const model = exactModel(categorical(4));
    const { field } = model;
    const metric = exactTensor(model);
    const p = [1, 2, 3].map((k) => field.symbol(`p${k}`));
    const last = field.subtract(field.one, field.sum(p));
    for (const [i, j] of tuples(3, 2)) {
      const diagonal = i === j ? field.divide(field.one, p[i]) : field.zero;
      expect(field.equals(metric.at([i, j]), field.add(diagonal, field.divide(field.one, last)))).toBe(true);
    }
  });

  it('one spin pair: 1 - tanh(J)^2', () => {
    const model = exactModel(gibbs(spinModel({ spins: 2, couplings: 'chain', fields: 'none' })));
    const value = evaluator(model.field, realNumbers, () => 0.7);
    expect(value(exactTensor(model).at([0, 0]))).toBeCloseTo(1 - Math.tanh(0.7) ** 2, 14);
  });
});
