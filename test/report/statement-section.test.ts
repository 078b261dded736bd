import { expect, it } from 'vitest';
import { statementSection } from '../../src/report/statement-section.ts';
import { sampleReport } from './sample-report.ts';

const rows = statementSection(sampleReport.statements).markup.split('<tr>').slice(2);
const row = (label: string) => rows.find((one) => one.includes(`<strong>${label}</strong>`))!;

it('shows with each verdict what it rests on', () => {
  expect(row('A.1')).toContain('badge proved');
  expect(row('A.1')).toContain('<li>the observations are independent</li>');
  expect(row('T1')).toContain('a &#60; b');
  expect(row('2.1.3')).toContain('two fair coins: 8 against 16 &#60;replayed&#62;');
  expect(row('T1')).toContain('no proof given');
  expect(row('T2')).toContain('no assumption');
});

it('marks a verdict that its file does not declare, and no other', () => {
  expect(row('T1')).toContain('unexpected: its file declares proved');
  expect(rows.join('').match(/unexpected/g)).toHaveLength(1);
});
