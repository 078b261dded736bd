import { describe, expect, it } from 'vitest';
import { reportPage } from '../../src/report/index.ts';
import { sampleReport, sampleTimings } from './sample-report.ts';

const page = reportPage(sampleReport, sampleTimings);
const words = page
  .replace(/<style>[\s\S]*?<\/style>/, '')
  .replace(/<annotation[\s\S]*?<\/annotation>/g, '')
  .replace(/<[^>]*>/g, ' ')
  .replace(/\s+/g, ' ');

describe('the report page', () => {
  it('needs nothing but itself: no script, no address outside', () => {
    expect(page).not.toMatch(/<script|<link|@import/);
    for (const [, address] of page.matchAll(/(?:src|srcset|href)="([^"]*)"/g)) expect(address).toMatch(/^data:/);
    expect(page.replace(/http:\/\/www\.w3\.org\/[^"]*/g, '')).not.toMatch(/https?:/);
  });

  it('closes every element it opens', () => {
    const open: string[] = [];
    for (const [, slash, name, selfClosed] of page.matchAll(/<(\/?)([a-z][a-z0-9]*)\b[^>]*?(\/?)>/gi)) {
      if (slash === '/') expect(open.pop()).toBe(name);
      else if (selfClosed !== '/' && !['meta', 'img', 'source', 'br'].includes(name!)) open.push(name!);
    }
    expect(open).toEqual([]);
  });

  it('leads with what was found', () => {
    expect(words).toContain('1 of 2 agree largest difference: 125 % of its tolerance');
    expect(words).toContain('2 proved, 1 refuted 1 undecided, 1 unexpected');
    expect(words).toContain('89.9 % accuracy 25 450 parameters');
    expect(words).toContain('before: −1235 ± 12');
  });

  it('carries all four forms of the plot', () => {
    expect(page.match(/data:image\/svg\+xml;base64,/g)).toHaveLength(4);
  });

  it('says how to make it again and how long it took', () => {
    expect(words).toContain('fisher-rao report --out out');
    expect(words).toMatch(/Seed 7 /);
    expect(words).toMatch(/total 61\.3 s/);
  });
});
