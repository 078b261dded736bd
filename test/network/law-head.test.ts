import { expect, test } from 'vitest';
import { evaluate } from '../../src/engine/index.ts';
import { InputError } from '../../src/errors.ts';
import { negativeBinomial, normal, poisson, reparametrize, uniform } from '../../src/families/index.ts';
import { groupColumns, headGeometry, lawHead, outputCoordinates } from '../../src/network/index.ts';
import { buildProgram, tensor, tensorType } from '../../src/program/index.ts';

const draw = () => 0;

test('a head of the user is a family in the outputs as coordinates, and has its metric', () => {
  const law = reparametrize(poisson(), outputCoordinates(1), { lambda: 'z1^2' });
  const head = lawHead({ law, description: 'Poisson with mean z^2', draw });
  const { metric } = headGeometry(head, 1);
  const { g_0_0 } = evaluate(metric(1, 'float64'), { z1: tensor('float64', [1], [3]) });
  expect(g_0_0!.data[0]).toBeCloseTo(4, 13); // (d lambda)^2 / lambda = (2 z)^2 / z^2
});

test('one output makes a head of any regular family: one coordinate alone has no curvature', () => {
  const law = reparametrize(normal(), outputCoordinates(1), { mu: 'z1', sigma: 'exp(z1)' });
  const { metric } = headGeometry(lawHead({ law, description: '', draw }), 1);
  const { g_0_0 } = evaluate(metric(1, 'float64'), { z1: tensor('float64', [1], [0.5]) });
  expect(g_0_0!.data[0]).toBeCloseTo(Math.exp(-1) + 2, 13); // dmu^2 / sigma^2 + 2 dsigma^2 / sigma^2
});

test('what moves its support, has open constants or other coordinates is refused', () => {
  expect(() => lawHead({ law: poisson(), description: '', draw })).toThrow(InputError);
  expect(() => lawHead({ law: poisson(), description: '', draw })).toThrow(/outputs z1, z2, ... .* came in lambda/);
  expect(() => lawHead({ law: negativeBinomial(), description: '', draw })).toThrow(/needs values for r/);
  const moving = reparametrize(uniform(), outputCoordinates(1), { theta: 'exp(z1)' });
  expect(() => lawHead({ law: moving, description: '', draw })).toThrow(/regular family, and uniform is none/);
});

test('columns of groups: the first has the first output of every group', () => {
  const program = buildProgram('columns', { h: tensorType('float64', [2, 4]) }, (b, { h }) => {
    const [first, second] = groupColumns(b, h, 2);
    return { first: first!, second: second! };
  });
  const { first, second } = evaluate(program, { h: tensor('float64', [2, 4], [1, 2, 3, 4, 5, 6, 7, 8]) });
  expect([first!.shape, [...first!.data], [...second!.data]]).toEqual([
    [2, 2],
    [1, 3, 5, 7],
    [2, 4, 6, 8],
  ]);
});
