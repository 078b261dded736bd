import { expect, it } from 'vitest';
import { openCheckpoint } from '../../src/cli/network-checkpoint.ts';
import { type FisherJob, fisherForm } from '../../src/cli/network-fisher-forms.ts';
import { referenceEngine } from '../../src/engine/index.ts';
import { sampleModel } from '../methods/sample-immersions.ts';

const point = sampleModel({ widths: [1, 2, 2], head: 'bernoulli', samples: 6, damping: 0 });
const entered: string[] = [];
const job: FisherJob = {
  subject: { point, targets: undefined, head: '', parameters: point.theta.length, remarks: [] },
  engine: referenceEngine,
  kind: 'exact',
  estimator: 'first',
  draws: 1,
  seed: 1,
  form: 'dense',
  product: undefined,
  out: undefined,
  file: openCheckpoint(undefined, {}),
  progress: {
    enter: (stage) => entered.push(stage),
    advance: () => {},
    finish: () => {},
    timings: () => [],
  },
};

it('the forms of one matrix agree: trace, diagonal, blocks', async () => {
  const { traces, numbers } = await fisherForm(job);
  const matrix = numbers['matrix'] as readonly Float64Array[];
  expect(matrix.reduce((sum, row, i) => sum + row[i]!, 0)).toBeCloseTo(traces.trace, 12);
  const { diagonal } = (await fisherForm({ ...job, form: 'diagonal' })).numbers as { diagonal: Float64Array };
  const { blocks } = (await fisherForm({ ...job, form: 'block-diagonal' })).numbers as {
    blocks: readonly { readonly start: number; readonly matrix: readonly Float64Array[] }[];
  };
  matrix.forEach((row, i) => {
    expect(diagonal[i]).toBeCloseTo(row[i]!, 12);
  });
  const { start, matrix: block } = blocks[1]!;
  expect(block[0]![1]).toBeCloseTo(matrix[start]![start + 1]!, 12);
  expect(entered).toEqual(['dense', 'diagonal', 'block-diagonal']);
});

it('both estimators have the expectation of the exact matrix, by targets drawn from the model', async () => {
  // For Bernoulli targets and logits linear in the last layer the second estimator is off by tanh's curvature alone.
  const exact = (await fisherForm(job)).traces.trace;
  for (const estimator of ['first', 'second'] as const) {
    const { traces } = await fisherForm({ ...job, kind: 'monte-carlo', estimator, draws: 300 });
    expect(Math.abs(traces.trace / exact - 1)).toBeLessThan(0.1);
  }
});
