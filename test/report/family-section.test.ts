import { expect, it } from 'vitest';
import { checkPassed, familySection, worstShare } from '../../src/report/family-section.ts';
import { sampleReport } from './sample-report.ts';

const { markup } = familySection(sampleReport.families);

it('shows metric and curvature as formulas, and the reason where there is none', () => {
  expect(markup).toContain('R = -1</annotation>');
  expect(markup).toContain('No closed form of the scalar curvature: the budget of 30 s ran out.');
});

it('says agrees only if every error is within its tolerance', () => {
  const good = { quantity: 'a', error: 1e-9, tolerance: 1e-9 };
  expect(checkPassed({ points: 1, worst: [good] })).toBe(true);
  expect(checkPassed({ points: 1, worst: [good, { ...good, error: 2e-9 }] })).toBe(false);
  expect(checkPassed({ points: 1, worst: [{ ...good, error: Number.NaN }] })).toBe(false);
  expect(markup.match(/>agrees<|>differs</g)).toEqual(['>agrees<', '>differs<']);
});

it('measures a difference by its tolerance, so that flat and curved families compare', () => {
  const check = (error: number, tolerance: number) => ({ points: 1, worst: [{ quantity: 'a', error, tolerance }] });
  expect(worstShare(check(1e-3, 1e-2))).toBeCloseTo(0.1, 12);
  expect(worstShare(check(0, 0))).toBe(0);
  expect(worstShare(check(1, 0))).toBe(Number.POSITIVE_INFINITY);
});
