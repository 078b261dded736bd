import { describe, expect, it } from 'vitest';
import { rational } from '../../src/algebra/index.ts';
import { argumentsKey, type FiniteModel, sizeKey, storedModel } from '../../src/derivation/model.ts';
import { X } from './setting.ts';

const coin: FiniteModel = {
  sizes: { X: 2, 'F[1]': 3 },
  dimension: 2,
  naturals: { n: 4 },
  points: { x: 1 },
  functions: { p: { '0': { '': '1/2', '0': '1' }, '1;[0,1]': { '0,1': '-2/3' } } },
};

describe('a stored model', () => {
  it('answers from its data, through JSON too', () => {
    const model = storedModel(JSON.parse(JSON.stringify(coin)) as FiniteModel);
    expect([model.size('X', null), model.size('F', 1), model.dimension, model.natural('n')]).toEqual([2, 3, 2, 4]);
    expect(model.point('x', X)).toBe(1);
    expect(model.derivative('p', [0], [0])).toEqual(rational(1));
    expect(model.derivative('p', [1, [0, 1]], [0, 1])).toEqual(rational(-2, 3));
  });

  it('says what it does not know', () => {
    const model = storedModel(coin);
    expect(() => model.size('Y', null)).toThrow('the size of Y');
    expect(() => model.derivative('p', [1], [])).toThrow('p(1), derivative []');
    expect(() => model.natural('m')).toThrow('the number m');
  });

  it('has keys that tell arguments and spaces apart', () => {
    expect(argumentsKey([2, [0, []]])).toBe('2;[0,[]]');
    expect([sizeKey('F', 2), sizeKey('F', null)]).toEqual(['F[2]', 'F']);
  });
});
