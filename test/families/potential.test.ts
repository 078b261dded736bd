import { describe, expect, it } from 'vitest';
import { rational } from '../../src/algebra/index.ts';
import { evaluateExpression, parseExpression } from '../../src/calculus/index.ts';
import { UnsupportedError } from '../../src/errors.ts';
import { potentialFamily } from '../../src/families/index.ts';
import { amariChentsov } from '../../src/geometry/index.ts';
import { exactGeometry, exactModel, exactTensor, samplePoints } from '../../src/interpret/index.ts';

const family = potentialFamily({
  name: 'test',
  summary: 'a potential',
  coordinates: [
    { name: 'a', domain: 'real' },
    { name: 'b', domain: 'positive' },
  ],
  potential: 'a^2*b + exp(b)',
  exponent: 'a*X - b*Y',
  variables: ['X', 'Y'],
  per: 'X and Y',
});

describe('a family that is given by its potential', () => {
  const model = exactModel(family);
  const { field } = model;
  const form = (text: string) => evaluateExpression(field, parseExpression(text), field.symbol);

  it('has the Hessian of the potential as metric, and its third derivatives as Amari-Chentsov tensor', () => {
    const { metric } = exactGeometry(model);
    expect([metric.at([0, 0]), metric.at([0, 1]), metric.at([1, 1])]).toEqual(['2*b', '2*a', 'exp(b)'].map(form));
    const third = exactTensor(model, amariChentsov);
    expect([third.at([0, 0, 1]), third.at([0, 0, 0]), third.at([1, 1, 1])]).toEqual(['2', '0', 'exp(b)'].map(form));
  });

  it('has no density: what needs one is refused', () => {
    const point = { a: rational(0), b: rational(1) };
    expect(() => samplePoints(family, point)).toThrow(UnsupportedError);
    expect(() => samplePoints(family, point)).toThrow('test is given by its potential: X and Y have no density');
  });
});
