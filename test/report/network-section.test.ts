import { expect, it } from 'vitest';
import { html } from '../../src/report/markup.ts';
import { dampingRemark, networkSection } from '../../src/report/network-section.ts';
import { sampleReport } from './sample-report.ts';

const { markup } = networkSection(sampleReport.network, html`<img alt="the plot">`);

it('shows the curvature with its standard error, pairs and damping, before and after', () => {
  for (const cell of ['−1235 ± 12', '(3.250 ± 0.015)×10⁷', '>24<', '>0.10<', '>before<', '>after<'])
    expect(markup).toContain(cell);
});

it('never shows a damped curvature without saying that it depends on the parametrisation', () => {
  expect(dampingRemark).toMatch(/depends on the\s+parametrisation/);
  expect(markup).toContain(dampingRemark);
});

it('holds the plot and says where training ended', () => {
  expect(markup).toContain('<img alt="the plot">');
  expect(markup).toContain('89.9 % of 1\u202f000 test images');
});
