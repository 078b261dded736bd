import { describe, expect, it } from 'vitest';
import { checkSyntax } from '../../src/derivation/formula-syntax.ts';

describe('the syntax of a line of a derivation', () => {
  it.each([
    ['claim c: (a + 1 = a + 1', 4, 'line 4, column 17: cannot read the formula: Parenthesis ) expected'],
    ['  = (1 + a * 2 - a', 7, 'line 7, column 19: cannot read the formula: Parenthesis ) expected'],
    ['let s = a + * 2', 2, 'line 2, column 13: cannot read the formula: Value expected'],
    ['assume q: f(t) = 2 +', 1, 'line 1, column 21: cannot read the formula: Unexpected end of expression'],
    ['claim b: a <= a) # why', 3, 'line 3, column 16: cannot read the formula:'],
    ['  since (a - b))^2', 3, 'line 3, column 16: cannot read the formula:'],
  ])('%j: the place of a fault', (line, number, message) => {
    expect(() => checkSyntax(line, number)).toThrow(message);
  });

  it('marks the place below the line', () => {
    expect(() => checkSyntax('let s = a + * 2', 2)).toThrow('\n  let s = a + * 2\n              ^');
  });

  it.each([
    'claim c expected refuted: sqrt(a^2) = f(a) = g',
    '  = 2*f(t)*D(f(t), t) by ode, decay',
    'claim c: a <= b',
    'family: categorical n=4',
    'title: a (half open',
    'claim c: a = b # ((',
  ])('has no fault in %j', (line) => {
    expect(() => checkSyntax(line, 1)).not.toThrow();
  });
});
