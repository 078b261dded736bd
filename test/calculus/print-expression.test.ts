import { expect, it } from 'vitest';
import { parseExpression, printExpression } from '../../src/calculus/index.ts';

it.each([
  ['1 - p1 - p2', '1 - p1 - p2'],
  ['sqrt(v)*sqrt(v)', 'v'],
  ['sqrt(v)', 'sqrt(v)'],
  ['u^(2/3)/u', '1 / u ^ (1 / 3)'],
])('the expression %s is printed as its closed form %s', (text, printed) => {
  expect(
    printExpression(parseExpression(text))
      .split(/ (?=[-+])/)
      .sort(),
  ).toEqual(printed.split(/ (?=[-+])/).sort());
});
