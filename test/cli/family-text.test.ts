import { describe, expect, it } from 'vitest';
import { readFactors } from '../../src/cli/family-text.ts';
import { InputError } from '../../src/errors.ts';

describe('a family on the command line is read as', () => {
  it('a name', () => {
    expect(readFactors('von-mises')).toEqual([{ name: 'von-mises', parameters: {} }]);
  });

  it('a product of names with their sizes and constants in brackets', () => {
    expect(readFactors('normal * multinomial(n=4, N=3)*poisson')).toEqual([
      { name: 'normal', parameters: {} },
      { name: 'multinomial', parameters: { n: '4', N: '3' } },
      { name: 'poisson', parameters: {} },
    ]);
  });

  it.each(['normal*', '*', 'normal**poisson', 'normal(n=4', 'normal poisson', 'a(n=1)(m=2)'])(
    '%s is neither',
    (text) => {
      expect(() => readFactors(text)).toThrow(InputError);
      expect(() => readFactors(text)).toThrow("expected a name, or a product such as 'normal*categorical(n=4)'");
    },
  );

  it.each(['normal(n)', 'normal(n=)', 'normal(n=1=2)', 'normal()', 'normal(n=1,,m=2)'])('%s has no values', (text) => {
    expect(() => readFactors(text)).toThrow('expected sizes and constants such as (n=4, N=3)');
  });

  it('a name may come once', () => {
    expect(() => readFactors('multinomial(n=1,n=2)')).toThrow("'n' is given twice");
  });
});
