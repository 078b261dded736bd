import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadProofDocuments, shippedProofs } from '../../src/cli/proof-files.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
let folder = '';

const typeScript = (name: string): string => `
import { assume, by, declare, equation, proofDocument, start, statement, term, type Term } from 'fisher-rao';
const X = declare.space('X');
const x = declare.point('x', X);
const p = declare.function('p', X);
const total: Term = term.sum(x, p(x));
export const mine = proofDocument({ name: '${name}', source: 'a test', statements: [
  statement({ label: '1', title: 'a total', given: [assume.normalised(p)], claim: equation(total, 1), expected: 'proved',
    proof: () => start(total).equals(1, by.normalisation(p)) }),
] });`;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'proofs-'));
  mkdirSync(join(folder, 'inner'));
  mkdirSync(join(folder, 'empty'));
  writeFileSync(join(folder, 'one.ts'), typeScript('one'));
  writeFileSync(join(folder, 'inner', 'index.js'), typeScript('two').replace(', type Term', '').replace(': Term', ''));
  writeFileSync(join(folder, 'inner', 'ignored.ts'), 'syntax error (');
  writeFileSync(join(folder, 'broken.mts'), 'export const x: number = ;');
  writeFileSync(join(folder, 'none.mjs'), 'export const x = 1;');
  writeFileSync(join(folder, 'throws.mts'), "// first\nthrow new Error('at load');");
  writeFileSync(join(folder, 'notes.txt'), 'not a proof');
});

afterAll(() => rmSync(folder, { recursive: true }));

/** What a process of its own answers, since the loader changes how its process resolves modules. */
function inOwnProcess(paths: readonly string[]): { names?: string[]; unexpected?: number; error?: string } {
  const source = (file: string): string => pathToFileURL(join(root, 'src', file)).href;
  const script = `
    import { loadProofDocuments } from ${JSON.stringify(source('cli/proof-files.ts'))};
    import { verifyDocuments } from ${JSON.stringify(source('derivation/index.ts'))};
    try {
      const documents = await loadProofDocuments(${JSON.stringify(paths)});
      const small = documents.filter(({ statements }) => statements.length < 40); // deciding all is for verify.test.ts
      const { summary } = await verifyDocuments(small);
      console.log(JSON.stringify({ names: documents.map(({ name }) => name), unexpected: summary.unexpected }));
    } catch (error) {
      console.log(JSON.stringify({ error: error.name + ': ' + error.message }));
    }`;
  const flags = ['--import', 'tsx', '--conditions=fisher-rao-source', '--input-type=module', '--eval', script];
  return JSON.parse(execFileSync(process.execPath, flags, { cwd: root, encoding: 'utf8' })) as ReturnType<
    typeof inOwnProcess
  >;
}

describe('loading proof files', () => {
  it('takes the shipped folder where no path is given, and its theorems are theorems', () => {
    expect(inOwnProcess([])).toEqual({
      names: [
        'appendix-information-in-networks',
        'notes-natural-gradient',
        'sauter-2023-fisher-information',
        'soen-sun-2021-variance-of-fisher-information',
        'sun-2024-information-geometry',
      ],
      unexpected: 0,
    });
    expect(shippedProofs).toBe(join(root, 'proofs'));
  });

  it('takes files anywhere, in TypeScript and JavaScript, and folders with and without an index', () => {
    const paths = [join(folder, 'one.ts'), join(folder, 'inner'), join(folder, 'one.ts')];
    expect(inOwnProcess(paths)).toEqual({ names: ['one', 'two'], unexpected: 0 });
  });

  it('says what is wrong with a file that does not load or exports nothing', () => {
    expect(inOwnProcess([join(folder, 'broken.mts')]).error).toMatch(/InputError: .*broken\.mts does not load/);
    expect(inOwnProcess([join(folder, 'throws.mts')]).error).toMatch(/throws\.mts does not load: at load \(line 2\)$/);
    expect(inOwnProcess([join(folder, 'none.mjs')]).error).toMatch(/InputError: .*exports no proof document; expected/);
  });

  it('says what is wrong with a path', async () => {
    await expect(loadProofDocuments([join(folder, 'nowhere')])).rejects.toThrow('there is no file or folder');
    await expect(loadProofDocuments([join(folder, 'notes.txt')])).rejects.toThrow('ending in .ts');
    await expect(loadProofDocuments([join(folder, 'empty')])).rejects.toThrow('holds no .ts, .js or .derivation file');
  });

  it('reads derivations as text, and names file and line of what cannot be read', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'derivations-'));
    writeFileSync(join(folder, 'first.derivation'), 'names: a real\nclaim c: a + a = 2*a\n');
    writeFileSync(join(folder, 'second.derivation'), 'claim c: 1\n');
    const [document] = await loadProofDocuments([join(folder, 'first.derivation')]);
    expect([document.name, document.statements.length]).toEqual(['first', 1]);
    await expect(loadProofDocuments([folder])).rejects.toThrow('second.derivation: line 1: calculation c');
  });

  it('reads a text once, and names those of one name apart', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'derivations-'));
    mkdirSync(join(folder, 'in'));
    for (const file of ['a.derivation', 'in/a.derivation']) writeFileSync(join(folder, file), 'claim c: 1 = 1\n');
    const namesOf = async (paths: readonly string[]) => (await loadProofDocuments(paths)).map(({ name }) => name);
    expect(await namesOf([folder])).toEqual(['a', 'in/a']);
    const file = join(folder, 'a.derivation');
    expect(await namesOf([file, join(folder, 'in', '..', 'a.derivation'), folder])).toEqual(['a', 'in/a']);
    const [first, second] = await namesOf([file, join(folder, 'in', 'a.derivation')]);
    expect([first.endsWith('/a'), second.endsWith('/in/a')]).toEqual([true, true]);
  });
});
