import { expect, it } from 'vitest';
import { networkExperiment, networkResult } from '../../src/cli/report-network.ts';
import { mnistExperiment } from '../../src/methods/index.ts';

const { settings } = mnistExperiment();
const point = (step: number) => ({
  step,
  epoch: step,
  loss: 1 / (step + 1),
  testAccuracy: 0.5,
  trueFisherTrace: 10 + step,
  empiricalFisherTrace: 20 + step,
});
const estimate = (value: number) => ({
  value,
  standardError: 2,
  pairs: 6,
  draws: 4,
  solves: 1,
  solverSteps: 1,
  worstResidual: 0,
  truncation: 0,
  outcome: 'converged' as const,
});
const measured = {
  settings,
  parameters: 7,
  trainingSamples: 5,
  testSamples: 4,
  history: [point(0), point(3), point(9)],
  batchLosses: [],
  curvature: { before: estimate(-1), after: estimate(-2) },
};

it('more images than there are is refused before anything runs', () => {
  const rest = { seed: 1, epochs: 1, curvatureImages: undefined, draws: undefined, damping: undefined };
  expect(() => networkExperiment({ ...rest, images: 10_000_000 })).toThrow(/10000000/);
  expect(networkExperiment({ ...rest, images: 20 }).training.count).toBe(20);
});

it('shows the start and the end of training beside the curvatures there, not mixed up', () => {
  const { geometry, history } = networkResult(measured);
  expect(geometry.map((one) => [one.when, one.trueFisherTrace, one.empiricalFisherTrace, one.scalar.value])).toEqual([
    ['before', 10, 20, -1],
    ['after', 19, 29, -2],
  ]);
  expect(history.map(({ step, accuracy }) => [step, accuracy])).toEqual([
    [0, 0.5],
    [3, 0.5],
    [9, 0.5],
  ]);
});

it('names the network and how it was trained', () => {
  const { architecture, optimiser, parameters } = networkResult(measured);
  expect(architecture).toBe('784-32-10 tanh, softmax');
  expect(optimiser).toMatch(/^Adam \(step size 0\.003, batches of 50, \d+ epochs\)$/);
  expect(parameters).toBe(7);
});
