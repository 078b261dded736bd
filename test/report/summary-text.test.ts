import { expect, it } from 'vitest';
import { summaryText } from '../../src/report/index.ts';
import { sampleReport } from './sample-report.ts';

it('says the same as the page, in lines', () => {
  const text = summaryText(sampleReport);
  expect(text).toMatch(/normal +mu, sigma +-1 +agrees, at worst 1\.5 % of the tolerance/);
  expect(text).toMatch(/categorical \(n = 4\) .*none \(the budget of 30 s ran out\) +DIFFERS/);
  expect(text).toMatch(/001 +T1 +undecided \(expected proved\)/);
  expect(text).toMatch(/before +40\.00 +80\.00 +−1235 ± 12 \(24 pairs, damping 0\.10\)/);
  expect(text).toContain('damped curvature depends on the parametrisation');
});
