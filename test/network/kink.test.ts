import { expect, test } from 'vitest';
import { referenceEngine } from '../../src/engine/index.ts';
import { DomainError } from '../../src/errors.ts';
import { denseNetwork, kinkDistance, refuseKink } from '../../src/network/index.ts';
import { tensor } from '../../src/program/index.ts';

const x = tensor('float64', [2, 1], [1, 3]);
// One hidden unit with argument 2x + b, then 5 relu(.) + 7.
const theta = (b: number) => tensor('float64', [4], [2, b, 5, 7]);

test('the nearest kink is the least argument of a relu, in absolute value', async () => {
  const network = denseNetwork([1, 1, 1], 'relu');
  expect(await kinkDistance({ network, theta: theta(-5), x }, referenceEngine)).toBe(1); // of -3 and 1
  const whole = denseNetwork([1, 1, 1], 'identity', 'relu');
  expect(await kinkDistance({ network: whole, theta: theta(-5), x }, referenceEngine)).toBe(8); // 5 (-3) + 7, 5 (1) + 7
});

test('a smooth network has none', async () => {
  const network = denseNetwork([1, 1, 1], 'softplus');
  expect(await refuseKink({ network, theta: theta(-2), x }, referenceEngine)).toBe(Number.POSITIVE_INFINITY);
});

test('a unit on its kink is refused', async () => {
  const network = denseNetwork([1, 1, 1], 'relu');
  await expect(refuseKink({ network, theta: theta(-2), x }, referenceEngine)).rejects.toThrow(DomainError);
});

test('an argument that is 0 for all parameters is no kink', async () => {
  // Weights 2 and 0 of a unit whose only inputs are zeros: its argument is its bias, and that is 3.
  const network = denseNetwork([1, 1, 1], 'relu');
  const zeros = tensor('float64', [2, 1], [0, 0]);
  const at = (bias: number) => ({ network, theta: theta(bias), x: zeros });
  expect(await kinkDistance(at(3), referenceEngine)).toBe(3);
  expect(await kinkDistance(at(0), referenceEngine)).toBe(0); // the bias moves it
});
