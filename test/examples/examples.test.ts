import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, it, vi } from 'vitest';

const folder = fileURLToPath(new URL('../../examples', import.meta.url));
const examples = readdirSync(folder).filter((name) => name.endsWith('.ts'));

afterEach(() => {
  vi.restoreAllMocks();
});

describe('every example prints the output that lies beside it:', () => {
  it.each(examples)('%s', async (name) => {
    const lines: string[] = [];
    vi.spyOn(console, 'log').mockImplementation((line: string) => {
      lines.push(line);
    });
    await import(`../../examples/${name}`);
    expect(`${lines.join('\n')}\n`).toBe(readFileSync(`${folder}/${name.replace(/\.ts$/, '.txt')}`, 'utf8'));
  });

  it('and there are some', () => {
    expect(examples.length).toBeGreaterThan(2);
  });
});
