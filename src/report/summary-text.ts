import { checkPassed, worstShare } from './family-section.ts';
import { countText, estimateText, numberText } from './number-text.ts';
import type { Report } from './report-data.ts';
import { textTable } from './text-table.ts';

/** The report for a terminal: one table per part, the same figures as the page. */
export function summaryText(report: Report): string {
  const { network } = report;
  const families = report.families.map((family) => [
    family.family,
    family.coordinates.join(', '),
    family.scalar ?? `none (${family.reason ?? 'not found'})`,
    `${checkPassed(family.check) ? 'agrees' : 'DIFFERS'}, at worst ${numberText(100 * worstShare(family.check), 2)} % of the tolerance`,
  ]);
  const statements = report.statements.map((statement) => [
    statement.document,
    statement.label,
    statement.verdict === statement.expected
      ? statement.verdict
      : `${statement.verdict} (expected ${statement.expected})`,
  ]);
  const geometry = network.geometry.map((one) => [
    one.when,
    numberText(one.trueFisherTrace),
    numberText(one.empiricalFisherTrace),
    `${estimateText(one.scalar.value, one.scalar.standardError)} (${countText(one.scalar.pairs)} pairs, damping ${numberText(one.damping, 2)})`,
  ]);
  const last = network.history.at(-1);
  const outcome = last && `, loss ${numberText(last.loss)}, accuracy ${numberText(100 * last.accuracy, 3)} %`;
  return `${[
    `Families\n${textTable(['family', 'coordinates', 'scalar curvature', 'numeric check'], families)}`,
    `Statements\n${textTable(['document', 'statement', 'verdict'], statements)}`,
    `Network ${network.architecture}, ${countText(network.parameters)} parameters${outcome ?? ''}\n${textTable(
      ['training', 'tr F, true', 'tr F, empirical', 'damped scalar curvature'],
      geometry,
    )}  (damped curvature depends on the parametrisation)\n`,
  ].join('\n')}`;
}
