import { readFileSync } from 'node:fs';
import { calculationFunctions, parseDerivation, verifyDocuments } from 'fisher-rao';
import { expect, it } from 'vitest';

const guide = readFileSync(new URL('../../proofs/GUIDE.md', import.meta.url), 'utf8');

it('the derivation in the guide is proved', async () => {
  const [, text] = /```\n([\s\S]*?)```/.exec(guide) ?? [];
  const { statements, summary } = await verifyDocuments([parseDerivation(text, 'scale')]);
  expect(statements.map(({ label }) => label)).toEqual(['scale']);
  expect(summary).toMatchObject({ proved: 1, unexpected: 0 });
});

it('the guide names every function of calculations, and its lines are read', () => {
  for (const name of Object.keys(calculationFunctions)) expect(guide).toContain(`\`${name}\``);
  const lines = [...guide.matchAll(/^\| `((?:family|metric|names|functions|assume|let).*?)` \|/gm)].map(([, line]) =>
    line.replaceAll('\\|', '|'),
  );
  expect(lines).toHaveLength(6);
  const declared = ['names: t real, a positive', 'functions: f', ...lines.filter((line) => line.startsWith('assume'))];
  const texts = [
    ['names: k natural'],
    ...lines.slice(0, 4).map((line) => [line]),
    declared,
    ['family: normal', lines[5]],
  ];
  for (const text of texts)
    expect(parseDerivation([...text, 'claim c: 1 = 1'].join('\n'), 'g').statements).toHaveLength(1);
});
