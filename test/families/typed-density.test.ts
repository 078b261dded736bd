import { describe, expect, it } from 'vitest';
import { rational } from '../../src/algebra/index.ts';
import { evaluateExpression, printExpression, realNumbers } from '../../src/calculus/index.ts';
import { InputError } from '../../src/errors.ts';
import { type TypedDensity, typedFamily } from '../../src/families/index.ts';

const gaussian: TypedDensity = {
  density: 'exp(-(x-mu)^2/(2*sigma^2))/(sqrt(2*pi)*sigma)',
  variables: 'x real',
  parameters: 'mu real, sigma positive',
};

describe('a typed density is a family', () => {
  it('with the logarithm of the density, coordinates with their domains and the sample space of its variable', () => {
    const { family } = typedFamily(gaussian);
    expect(family.coordinates).toEqual([
      { name: 'mu', domain: 'real' },
      { name: 'sigma', domain: 'positive' },
    ]);
    expect(family.sampleSpace).toEqual({ kind: 'line', variables: ['x'] });
    const meaning: Record<string, number> = { x: 1, mu: 3, sigma: 2, pi: Math.PI };
    // log of exp(-1/2)/(2 sqrt(2 pi)), by hand.
    const expected = -0.5 - Math.log(2 * Math.sqrt(2 * Math.PI));
    expect(evaluateExpression(realNumbers, family.logDensity, (name) => meaning[name])).toBeCloseTo(expected, 14);
  });

  it.each([
    ['x positive', { kind: 'half-line', variables: ['x'] }],
    ['x natural', { kind: 'counts', variables: ['x'], first: 0 }],
    ['x integer 3..inf', { kind: 'counts', variables: ['x'], first: 3 }],
    ['x integer', { kind: 'integers', variables: ['x'] }],
    ['x circle', { kind: 'circle', variables: ['x'] }],
    ['x {1, 3}', { kind: 'finite', variables: ['x'], states: [[rational(1)], [rational(3)]] }],
    ['x integer 0..1', { kind: 'finite', variables: ['x'], states: [[rational(0)], [rational(1)]] }],
  ])('on %s', (variables, sampleSpace) => {
    expect(typedFamily({ density: 'exp(-x*t)', variables, parameters: 't positive' }).family.sampleSpace).toEqual(
      sampleSpace,
    );
  });

  it('on products: of finite sets all pairs, of others their factors', () => {
    const typed = (variables: string) => typedFamily({ density: 'exp(x*y*t)', variables, parameters: 't real' });
    const space = typed('x {0,1}, y {0,1,2}').family.sampleSpace;
    expect(space.kind === 'finite' && space.states).toHaveLength(6);
    expect(typed('x real, y {0,1}').family.sampleSpace).toMatchObject({ kind: 'product', variables: ['x', 'y'] });
  });

  it('bounds of parameters become conditions, which are positive inside', () => {
    const { family } = typedFamily({ density: 'exp(-x*t)', variables: 'x positive', parameters: 't 2..5' });
    expect(family.coordinates).toEqual([{ name: 't', domain: 'positive' }]);
    expect(family.conditions.map(printExpression)).toEqual(['t - 2', '5 - t']);
  });

  it('declared names shadow e and pi; undeclared they are the numbers', () => {
    const value = (density: string, parameters: string): number =>
      evaluateExpression(
        realNumbers,
        typedFamily({ density, variables: 'x real', parameters }).family.logDensity,
        (name) => (name === 'pi' ? 0.5 : name === 'e' ? 2 : 1),
      );
    expect(value('pi*x*e', 'e positive, pi positive')).toBeCloseTo(Math.log(0.5 * 1 * 2), 14);
    expect(value('e*x*t', 't positive')).toBeCloseTo(1, 14);
  });
});

describe('what is not a density is refused:', () => {
  it.each<[string, Partial<TypedDensity>, string]>([
    [
      'an unknown name',
      { density: 'exp(-x^2/sigm)' },
      'unknown name "sigm": declared are x, mu, sigma. Did you mean "sigma"?',
    ],
    ['the imaginary unit', { density: 'exp(i*x*mu*sigma)' }, 'a density is real: i has no meaning'],
    ['wrong syntax', { density: 'exp(-x^2*mu*sigma' }, '^'],
    ['a parameter that does not occur', { density: 'exp(-(x-mu)^2)' }, 'does not contain the parameter "sigma"'],
    ['a name that is variable and parameter', { variables: 'mu real' }, 'the name "mu" is declared twice'],
    [
      'a parameter that cannot vary',
      { parameters: 'mu real, sigma natural' },
      'the parameter "sigma" is not continuous',
    ],
    ['density and log-density', { logDensity: 'x' }, 'only one of them'],
    ['a bound above alone', { variables: 'x integer -inf..0' }, 'count "x" downwards from 0'],
    ['too many states', { variables: 'x integer 0..100000' }, '65536'],
  ])('%s', (_, change, message) => {
    const read = (): unknown => typedFamily({ ...gaussian, ...change });
    expect(read).toThrow(InputError);
    expect(read).toThrow(message);
  });

  it('an unknown name is marked where it stands', () => {
    expect(() => typedFamily({ ...gaussian, density: 'mu*sigma*exp(-ab*x)' })).toThrow(
      '\n  mu*sigma*exp(-ab*x)\n                ^',
    );
  });
});
