import { expect, it } from 'vitest';
import { inputsText, instanceText, sideText } from '../../src/derivation/instance.ts';

it('a case is told with both sides and its inputs, rounded where doubles are only noise', () => {
  expect(instanceText({ inputs: { mu: '1', sigma: '1/2' }, left: 8.000000000000002, right: -8 })).toBe(
    '8 against -8 at mu = 1, sigma = 1/2',
  );
  expect(instanceText({ inputs: {}, left: 1, right: 2 })).toBe('1 against 2');
  expect(inputsText({ data: [1, 2], n: 4 })).toBe('data = [1,2], n = 4');
  expect(inputsText(3)).toBe('3');
  expect(sideText([0.1 + 0.2, 1e-12])).toBe('(0.3, 1e-12)');
});
