import { describe, expect, it } from 'vitest';
import { closedForms, evaluateExpression, parseWithFunctions } from '../../src/calculus/index.ts';
import {
  type Condition,
  conditionTexts,
  demandsOf,
  numberOf,
  refuseContradiction,
  type Sign,
  settled,
} from '../../src/derivation/calculation-conditions.ts';
import { formulaText } from '../../src/derivation/formula-text.ts';

const forms = closedForms([
  { name: 'x', positive: false },
  { name: 'r', positive: true },
  { name: 'pi', positive: true },
]);
const parse = (text: string) => parseWithFunctions(text, ['f', 'gap']);
const condition = (text: string, is: Sign): Condition => ({
  form: evaluateExpression(forms, parse(text), forms.symbol),
  is,
});
const domainOf = (name: string) => (name === 'x' ? 'real' : name === 'r' ? 'positive' : undefined);

describe('what an operation demands', () => {
  it.each([
    ['1/(x - 1)', ['(x - 1) ≠ 0']],
    ['1/(x^2*r)', ['x ≠ 0', 'r ≠ 0']],
    ['x^(-3)', ['x ≠ 0']],
    ['x^3', []],
    ['x^(1/3)', ['x >= 0']],
    ['x^(-1/2)', ['x > 0']],
    ['x^r', ['x > 0']],
    ['sqrt(x)', ['x >= 0']],
    ['log(x^2)', ['x ≠ 0']],
    ['log(x^3)', ['x > 0']],
    ['log(-x)', ['-x > 0']],
    ['1/sqrt(x)', ['x ≠ 0']],
    ['tan(x)', ['cos(x) ≠ 0']],
    ['lgamma(x)', ['x > 0']],
    ['gap(x)', ['x > 0']],
    ['exp(x)', []],
    ['f(x)', []],
  ] as const)('%s', (text, expected) => {
    expect(demandsOf(parse(text)).map(({ of, is }) => `${formulaText(of)} ${is}`)).toEqual(expected);
  });
});

describe('a condition', () => {
  const left = (text: string, is: Sign) => settled(forms, condition(text, is), domainOf, text);

  it('is met, open, or met nowhere', () => {
    for (const [text, is] of [
      ['r', '> 0'],
      ['2', '≠ 0'],
      ['x^2', '>= 0'],
      ['r + x^2', '> 0'],
      ['-r', '≠ 0'],
      ['0*x', '>= 0'],
      ['pi - 3', '> 0'],
      ['sqrt(2) - 1', '≠ 0'],
      ['1/x', '≠ 0'],
    ] as const) {
      expect([text, left(text, is)]).toEqual([text, null]);
    }
    for (const [text, is] of [
      ['x', '> 0'],
      ['x', '≠ 0'],
      ['r - 1', '> 0'],
      ['1 - r', '>= 0'],
      ['x^2', '> 0'],
    ] as const) {
      expect(left(text, is)).toMatchObject({ is });
    }
    for (const [text, is] of [
      ['x - x', '≠ 0'],
      ['-r', '> 0'],
      ['-r', '>= 0'],
      ['3 - pi', '> 0'],
      ['-x^2 - 1', '>= 0'],
      ['0', '> 0'],
      ['-x^2', '> 0'],
    ] as const) {
      expect(() => left(text, is), text).toThrow('does not hold');
    }
    // Nested roots are not known to cancel: 0 in numbers, not as a form.
    expect(() => left('sqrt(3 - 2*sqrt(2)) - sqrt(2) + 1', '≠ 0')).toThrow('does not hold');
  });

  it('has a number where no name but pi occurs', () => {
    expect(numberOf(forms, condition('pi^2 - exp(2)', '> 0').form)).toBeCloseTo(Math.PI ** 2 - Math.exp(2), 12);
    expect(numberOf(forms, condition('x', '> 0').form)).toBeNull();
    expect(numberOf(forms, forms.unknown('f', [forms.one]))).toBeNull();
  });

  it('is said once, without its number, and not where it follows from a stronger one', () => {
    const list = [
      condition('2*x - 2', '≠ 0'),
      condition('1 - x', '≠ 0'),
      condition('3*x', '> 0'),
      condition('x', '>= 0'),
      condition('x/r', '≠ 0'),
    ];
    expect(conditionTexts(forms, list)).toEqual(['x - 1 ≠ 0', 'x > 0']);
    expect(conditionTexts(forms, [{ ...list[0], said: 'so' }])).toEqual(['so']);
  });

  it('contradicts its opposite', () => {
    const both = (a: Sign, b: Sign) => () =>
      refuseContradiction(forms, [condition('x - r', a), condition('2*r - 2*x', b)]);
    expect(both('> 0', '> 0')).toThrow('the sides have values nowhere');
    expect(both('>= 0', '> 0')).toThrow('nowhere');
    expect(both('>= 0', '>= 0')).not.toThrow();
    expect(both('≠ 0', '> 0')).not.toThrow();
    expect(() => refuseContradiction(forms, [condition('x', '> 0'), condition('2*x', '> 0')])).not.toThrow();
  });
});
