import { describe, expect, it } from 'vitest';
import { parseExpression } from '../../src/calculus/index.ts';
import { componentsNamed, fieldOf, manifoldOf, meanOf } from '../../src/derivation/calculation-geometry.ts';
import { admitSubject } from '../../src/derivation/calculation-subject.ts';
import { bernoulli, type Family } from '../../src/families/index.ts';

const about = admitSubject({ family: bernoulli() });
const plain = admitSubject({ symbols: { x: 'real' } });

describe('what a calculation is about', () => {
  it('has a field with its names and pi', () => {
    const forms = fieldOf(plain, [parseExpression('sqrt(x)')]);
    expect(forms.symbolsOf(forms.multiply(forms.symbol('x'), forms.symbol('pi')))).toEqual(['x', 'pi']);
    expect(forms.power(forms.symbol('x'), { numerator: 1, denominator: 2 })).toBeDefined();
    expect(() => forms.symbol('y')).toThrow('unknown name');
  });

  it('has expectations where there is a family, of probabilities that sum to one', () => {
    const forms = fieldOf(about, []);
    expect(
      forms.equals(
        meanOf(about, forms)(({ variable }) => variable('x')),
        forms.symbol('theta'),
      ),
    ).toBe(true);
    expect(() => meanOf(plain, fieldOf(plain, []))).toThrow('needs a family');
    const other: Family = { ...bernoulli(), logDensity: parseExpression('log(theta)') };
    const subject = admitSubject({ family: other });
    expect(() => meanOf(subject, fieldOf(subject, []))).toThrow('sum to 2 * theta, not to 1');
  });

  it('has tensors by name: the information of a coin is 1/(theta (1 - theta)) = 4 at 1/2', () => {
    const found = manifoldOf(about);
    const { forms } = found;
    const theta = forms.symbol('theta');
    const expected = forms.divide(forms.one, forms.multiply(theta, forms.subtract(forms.one, theta)));
    expect(forms.equals(componentsNamed(found, 'metric').at([0, 0]), expected)).toBe(true);
    expect(componentsNamed(found, 'cubic').rank).toBe(3);
    expect(() => manifoldOf(plain)).toThrow('no geometry');
    const line = manifoldOf(admitSubject({ metric: { coordinates: { y: 'positive' }, entries: [['1/y']] } }));
    expect(() => componentsNamed(line, 'cubic')).toThrow('needs a family');
  });
});
