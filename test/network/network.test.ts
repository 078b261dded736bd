import { expect, test } from 'vitest';
import { evaluate } from '../../src/engine/index.ts';
import {
  denseNetwork,
  featureCount,
  networkName,
  networkProgram,
  outputCount,
  parameterBlocks,
  parameterCount,
} from '../../src/network/index.ts';
import { tensor } from '../../src/program/index.ts';

test('a network tells its name, its sizes and the blocks of theta, which follow each other without gaps', () => {
  const network = denseNetwork([3, 5, 2]);
  expect([networkName(network), featureCount(network), outputCount(network)]).toEqual(['3-5-2', 3, 2]);
  expect(parameterBlocks(network)).toEqual([
    { name: 'layer 0', start: 0, size: 20 },
    { name: 'layer 1', start: 20, size: 12 },
  ]);
  expect(parameterCount(network)).toBe(32);
});

test('the program of a network applies both activations', () => {
  const theta = tensor('float64', [4], [2, -5, 3, 1]);
  const x = tensor('float64', [1, 1], [4]);
  const at = (...activations: ['relu' | 'sin', 'identity' | 'sin']) =>
    evaluate(networkProgram(denseNetwork([1, 1, 1], ...activations), 1, 'float64'), { theta, x })['h']!.data[0];
  expect(at('relu', 'identity')).toBe(10); // 3 (2 * 4 - 5) + 1
  expect(at('sin', 'sin')).toBeCloseTo(Math.sin(3 * Math.sin(3) + 1), 15);
});
