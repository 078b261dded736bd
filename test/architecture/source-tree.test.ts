import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { rules } from './rules.ts';
import { parseTree, readTree } from './source-tree.ts';

const manifest = JSON.stringify({
  name: 'p',
  dependencies: { a: '1' },
  optionalDependencies: { b: '1' },
  exports: { '.': {}, './network': {} },
});
const only = (text: string) => parseTree({ 'package.json': manifest, 'src/a/b.ts': text }).files.get('src/a/b.ts')!;

const roots: string[] = [];
afterEach(() => {
  for (const root of roots.splice(0)) rmSync(root, { recursive: true });
});

it('a planted violation is found in a folder tree on disk', () => {
  const root = mkdtempSync(join(tmpdir(), 'house-'));
  roots.push(root);
  const write = (path: string, text: string): void => {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  };
  write('package.json', manifest);
  write('src/algebra/ring.ts', `import '../calculus/index.ts';`);
  write('src/calculus/index.ts', '/** Purpose. */');
  write('elsewhere/ring.ts', '');
  const tree = readTree(root, ['src', 'proofs']);
  expect([...tree.files.keys()].sort()).toEqual(['src/algebra/ring.ts', 'src/calculus/index.ts']);
  expect(tree.manifest).toEqual({ name: 'p', dependencies: ['a', 'b'], peers: [], entryPoints: ['p', 'p/network'] });
  expect(rules['a folder imports only strictly lower floors']!(tree)).toHaveLength(1);
});

it.each([
  [`import type { A } from './x.ts';`, true],
  [`import { type A } from './x.ts';`, true],
  [`import { type A, b } from './x.ts';`, false],
  [`import './x.ts';`, false],
  [`export type { A } from './x.ts';`, true],
  [`export * from './x.ts';`, false],
  [`let a: import('./x.ts').A;`, true],
  [`const a = import('./x.ts');`, false],
])('of %s the dependency is erased with the types: %s', (text, typeOnly) => {
  expect(only(text).dependencies).toEqual([{ specifier: './x.ts', target: 'src/a/x.ts', typeOnly }]);
});

it.each([
  [`import { a } from './x.ts'; export interface A { a: typeof a } type B = A; export type { B };`, true],
  [`declare const a: number; export declare function f(): void;`, true],
  [`export type A = 1; export const a = 1;`, false],
  [`export function f() {}`, false],
  [`export class A {}`, false],
  [`console.log(1);`, false],
])('%s is type-only: %s', (text, typeOnly) => {
  expect(only(text).typeOnly).toBe(typeOnly);
});

it.each([
  [`/** Why. */ export * from './x.ts'; export { a } from './x.ts';`, true, true],
  [`#!/usr/bin/env node\n/** Why. */ export type { A } from './x.ts';`, true, true],
  [`// Why.\nexport * from './x.ts';`, true, false],
  [`/** Why. */ import { a } from './x.ts'; export { a };`, false, true],
])('%s only re-exports: %s, opens with its purpose: %s', (text, onlyReExports, opensWithPurpose) => {
  expect(only(text)).toMatchObject({ onlyReExports, opensWithPurpose });
});
