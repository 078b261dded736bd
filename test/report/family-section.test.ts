import { expect, it } from 'vitest';
import { checkPassed, familySection } from '../../src/report/family-section.ts';
import { sampleReport } from './sample-report.ts';

const { markup } = familySection(sampleReport.families);

it('shows metric and curvature as formulas, and the reason where there is none', () => {
  expect(markup).toContain('R = -1</annotation>');
  expect(markup).toContain('No closed form of the scalar curvature: the budget of 30 s ran out.');
});

it('says agrees only if every error is within the tolerance', () => {
  const check = { points: 1, worst: [{ quantity: 'a', relativeError: 1e-9 }], tolerance: 1e-9 };
  expect(checkPassed(check)).toBe(true);
  expect(checkPassed({ ...check, worst: [...check.worst, { quantity: 'b', relativeError: 2e-9 }] })).toBe(false);
  expect(checkPassed({ ...check, worst: [{ quantity: 'a', relativeError: Number.NaN }] })).toBe(false);
  expect(markup.match(/>agrees<|>differs</g)).toEqual(['>agrees<', '>differs<']);
});
