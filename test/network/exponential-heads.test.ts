import { expect, test } from 'vitest';
import { printClosedForm } from '../../src/calculus/index.ts';
import { exactGeometry, exactModel, exactTensor } from '../../src/interpret/index.ts';
import {
  betaHead,
  gammaHead,
  learnedVarianceHead,
  negativeBinomialHead,
  poissonHead,
} from '../../src/network/index.ts';

test.each([
  [poissonHead(), 'exp(z1)'],
  [negativeBinomialHead(3), '3 * exp(z1) / (exp(z1) + 1)'],
])('the Fisher metric of $family follows from its log-density: %s', (head, expected) => {
  const model = exactModel(head.law(1));
  expect(printClosedForm(model.field, exactTensor(model).at([0, 0]))).toBe(expected);
});

test('the normal family has scalar curvature -1 in the outputs of its head as in any coordinates', () => {
  const model = exactModel(learnedVarianceHead().law(2));
  expect(printClosedForm(model.field, exactGeometry(model).scalar.at([]))).toBe('-1');
});

test('gamma and beta heads have two outputs a variable and no flat embedding', () => {
  for (const head of [gammaHead(), betaHead()]) expect([head.group, head.embedding]).toEqual([2, undefined]);
});
