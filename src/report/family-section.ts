import { formulaMarkup } from './formula-markup.ts';
import { html, type Markup } from './markup.ts';
import { numberText } from './number-text.ts';
import type { FamilyResult, NumericCheck } from './report-data.ts';

/** One card per family: coordinates, metric and scalar curvature in closed form, and the numeric check of both. */
export function familySection(families: readonly FamilyResult[]): Markup {
  return html`<section id="families">
<h2>Families</h2>
<p>Each Fisher metric below is derived from the log-density by carrying out the expectation, and its curvature from the
metric. The numeric check evaluates the same definitions at random points with a metric differentiated as a tensor
program, and compares.</p>
<div class="cards">${families.map(familyCard)}</div>
</section>`;
}

function familyCard(family: FamilyResult): Markup {
  const scalar =
    family.latex.scalar === null
      ? html`<p class="reason">No closed form of the scalar curvature: ${family.reason ?? 'none was found'}.</p>`
      : html`<div class="formula">${formulaMarkup(family.latex.scalar, 'display')}</div>`;
  return html`<article class="card">
<h3>${family.family}</h3>
<p class="quiet">${sentence(family.description)} Coordinates: ${family.coordinates.join(', ')}.</p>
<div class="formula">${formulaMarkup(`\\def\\arraystretch{1.7} ${family.latex.metric}`, 'display')}</div>
${scalar}
${checkLine(family)}
</article>
`;
}

/** Whether every quantity stayed within the tolerance at every point. */
export function checkPassed(check: NumericCheck): boolean {
  return check.worst.every(({ error, tolerance }) => error <= tolerance);
}

/** The largest difference as a share of its tolerance: at most 1 if the check passed. */
export function worstShare(check: NumericCheck): number {
  return Math.max(0, ...check.worst.map(({ error, tolerance }) => (error === 0 ? 0 : error / tolerance)));
}

function checkLine({ check, checked }: FamilyResult): Markup {
  const passed = checkPassed(check);
  const member = checked === undefined ? '' : ` with ${checked}`;
  const rows = check.worst.map(
    ({ quantity, error, tolerance }) => html`<tr><th scope="row">${quantity}</th>
<td class="figure">${numberText(error, 2)}</td><td class="figure">${numberText(tolerance, 2)}</td></tr>`,
  );
  return html`<details class="check"><summary><span class="badge ${passed ? 'good' : 'bad'}">${passed ? 'agrees' : 'differs'}</span>
exact against numeric${member} at ${check.points} random points; largest difference
${numberText(100 * worstShare(check), 2)} % of what rounding explains</summary>
<table><thead><tr><th>Quantity</th><th>Largest difference</th><th>Tolerance there</th></tr></thead>
<tbody>${rows}</tbody></table></details>`;
}

function sentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}
