import { describe, expect, it } from 'vitest';
import { rational } from '../../src/algebra/index.ts';
import { evaluateExpression, parseExpression } from '../../src/calculus/index.ts';
import { type Coordinate, multivariateNormal, normal, reparametrize } from '../../src/families/index.ts';
import { amariChentsov, fisherMetricFromHessian } from '../../src/geometry/index.ts';
import { exactGeometry, exactModel, exactTensor, familyGeometryAt } from '../../src/interpret/index.ts';

const positive = (name: string): Coordinate => ({ name, domain: 'positive' });
const real = (name: string): Coordinate => ({ name, domain: 'real' });

describe('a submanifold of an exponential family', () => {
  const curved = reparametrize(normal(), [positive('a')], { mu: 'a', sigma: 'a' });
  const model = exactModel(curved);
  const { field } = model;
  const form = (text: string) => evaluateExpression(field, parseExpression(text), field.symbol);

  it('has the metric that its density has: N(a, a^2) has information 3/a^2 [Amari 1982, Ann. Statist. 10]', () => {
    expect(exactGeometry(model).metric.at([0, 0])).toEqual(form('3/a^2'));
    expect(exactTensor(model, fisherMetricFromHessian).at([0, 0])).toEqual(form('3/a^2'));
    // E[s^3] for s = (z + z^2 - 1)/a with z standard normal: E[z^6 + 3 z^4 (1 - 1) + ...] = 14.
    expect(exactTensor(model, amariChentsov).at([0, 0, 0])).toEqual(form('14/a^3'));
  });

  it('has the same numbers at a point', () => {
    expect(familyGeometryAt(curved, { a: rational(2) }).metric[0][0]).toBeCloseTo(0.75, 14);
  });

  it('has the pulled-back metric: equal variances and correlation r', () => {
    const equal = reparametrize(multivariateNormal(2), [positive('s'), real('r')], {
      mu1: '0',
      mu2: '0',
      s11: 's',
      s12: 's*r',
      s22: 's',
    });
    const { metric } = exactGeometry(exactModel(equal));
    const own = exactModel(equal).field;
    const text = (source: string) => evaluateExpression(own, parseExpression(source), own.symbol);
    // -l = log(s) + log(1 - r^2)/2 + (x^2 - 2 r x y + y^2)/(2 s (1 - r^2)): second derivatives by hand.
    expect(metric.at([0, 0])).toEqual(text('1/s^2'));
    expect(metric.at([0, 1])).toEqual(text('-r/(s*(1 - r^2))'));
    expect(metric.at([1, 1])).toEqual(text('(1 + r^2)/(1 - r^2)^2'));
  });
});
