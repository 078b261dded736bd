import { expect, it } from 'vitest';
import { statementResult } from '../../src/cli/report-statements.ts';

const common = {
  document: 'd',
  label: 'l',
  title: 't',
  claim: 'c',
  verdict: 'supported',
  expected: 'supported',
  assumptions: ['a'],
} as const;

it('keeps everything of a statement but its time, which is not the same in another run', () => {
  expect(statementResult({ ...common, seconds: 1.5 })).toEqual(common);
});

it('tells numeric support and reasons in words', () => {
  const supported = statementResult({ ...common, seconds: 1, cases: 3, worstError: 0.5, tolerance: 1 });
  expect(supported.reason).toBe('3 cases, worst error 0.50 (tolerance 1)');
  expect(statementResult({ ...common, seconds: 1, reason: 'out of time' }).reason).toBe('out of time');
});
