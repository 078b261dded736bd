import { expect, it } from 'vitest';
import type { NetworkSubject } from '../../src/cli/network-subject.ts';
import { summaryText, valueText } from '../../src/cli/network-text.ts';

const subject = { point: { samples: 5, damping: 0.1 }, head: 'a head', parameters: 7 } as unknown as NetworkSubject;
const summary = {
  parameters: 7,
  ambient: 10,
  rank: 4,
  rankBound: 7,
  lambdaMax: 2,
  trace: 3,
  traceError: null,
  logDetMetric: -1.5,
  eigenvalues: [],
};

it('a value has ten digits, or its standard error', () => {
  expect(valueText(1 / 3)).toBe('0.3333333333');
  expect(valueText(-1234.5678, 12.345)).toBe('-1234.6 ± 12');
});

it('rank and null space are told, with what is known of it', () => {
  const text = summaryText(subject, summary, { dimension: 3, symmetries: ['a shift'], unusedParameters: [2] });
  expect(text).toMatch(/rank of F +4 of 7/);
  expect(text).toMatch(/null space +of dimension 3, with a shift; 1 parameters without effect/);
});

it('a rank that was not computed is a bound', () => {
  const large = { ...summary, rank: null, rankBound: 5000, traceError: 0.1, logDetMetric: null, eigenvalues: null };
  const text = summaryText(subject, large, {
    dimension: null,
    symmetries: Array(9).fill('one'),
    unusedParameters: null,
  });
  expect(text).toMatch(/rank of F +at most 5000; not computed/);
  expect(text).toMatch(/of unknown dimension, with 9 symmetries \(one, \.\.\.\)/);
  expect(text).toMatch(/trace of F +3\.0000 ± 0\.10/);
  expect(text).not.toMatch(/log det/);
});
