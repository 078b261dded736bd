import { describe, expect, it } from 'vitest';
import { rules } from './rules.ts';
import { parseTree } from './source-tree.ts';

const index = (from: string) => `/** The purpose. */\nexport * from '${from}';\n`;

/** A small house that keeps every rule; each test below plants one violation in it. */
const sound: Readonly<Record<string, string>> = {
  'package.json': JSON.stringify({
    name: 'fisher-rao',
    exports: { '.': '', './engine/onnx': '' },
    dependencies: { mathjs: '^1', 'onnxruntime-node': '^1', '@scope/data': '^1' },
    peerDependencies: { 'fast-check': '^1' },
  }),
  'src/errors.ts': 'export class InputError extends Error {}',
  'src/index.ts': `/** The purpose. */ export * from './errors.ts'; export * from './calculus/index.ts';`,
  'src/algebra/index.ts': index('./ring.ts'),
  'src/algebra/ring.ts': `import { InputError } from '../errors.ts'; export const one = 1; void InputError;`,
  'src/calculus/index.ts': index('./kernel.ts'),
  'src/calculus/kernel.ts': `import { parse } from 'mathjs';
    import { one } from '../algebra/index.ts';
    import type { Shape } from './shape.ts';
    export const two: Shape = one + one + parse('0');`,
  'src/calculus/shape.ts': `import type { Buffer } from 'node:buffer'; export type Shape = number | Buffer; interface Hidden { a: 1 }`,
  'src/engine/index.ts': index('./engine.ts'),
  'src/engine/engine.ts': 'export interface Engine { name: string }',
  'src/engine/onnx/index.ts': index('./session.ts'),
  'src/engine/onnx/session.ts': `import * as ort from 'onnxruntime-node'; import type { Engine } from '../index.ts'; export const engine: Engine = ort;`,
  'src/testing/index.ts': index('./points.ts'),
  'src/testing/points.ts': `import fc from 'fast-check'; export const points = fc.nat;`,
  'src/cli/index.ts': index('./main.ts'),
  'src/cli/main.ts': `import { readFileSync } from 'node:fs'; export const load = () => [readFileSync, import('../engine/onnx/index.ts')];`,
  'test/errors.test.ts': '',
  'test/algebra/ring.test.ts': `import '../../src/algebra/ring.ts';`,
  'test/calculus/kernel.test.ts': '',
  'test/engine/onnx/session.test.ts': '',
  'test/cli/main.test.ts': '',
  'test/testing/points.test.ts': '',
  'proofs/amari/flat.ts': `import { one } from 'fisher-rao'; import { two } from './statement.ts';`,
  'proofs/amari/statement.ts': `export const two = 2;`,
  'proofs/amari/t-2.1.3-named-after-a-result.ts': `import { one } from 'fisher-rao';`,
  'examples/one-is-one.ts': `import { engine } from 'fisher-rao/engine/onnx';`,
};

function broken(change: Readonly<Record<string, string | undefined>>): string[] {
  const texts = Object.fromEntries(
    Object.entries({ ...sound, ...change }).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
  const tree = parseTree(texts);
  return Object.entries(rules).flatMap(([sentence, rule]) => rule(tree).map((what) => `${sentence} | ${what}`));
}

type Change = Readonly<Record<string, string | undefined>>;

/** Sentence of the rule, what is planted, the change that plants it, and what the checker must say. */
const planted: readonly (readonly [string, string, Change, RegExp])[] = [
  [
    'every folder of src has a floor',
    'a new folder',
    { 'src/misfits/one.ts': '' },
    /src\/misfits\/one\.ts is on no floor/,
  ],
  ['every folder of src has a floor', 'a new root file', { 'src/extra.ts': '' }, /src\/extra\.ts is on no floor/],
  [
    'every relative import leads to a file',
    'a dead import',
    { 'src/algebra/ring.ts': `import './gone.ts';` },
    /ring\.ts imports \.\/gone\.ts: there is no such file/,
  ],
  [
    'a folder imports only strictly lower floors',
    'an import upward',
    { 'src/algebra/ring.ts': `import { two } from '../calculus/index.ts';` },
    /algebra is on floor 1, calculus on floor 2/,
  ],
  [
    'a folder imports only strictly lower floors',
    'an import of the same floor',
    { 'src/calculus/kernel.ts': `import '../engine/index.ts';` },
    /calculus is on floor 2, engine on floor 2/,
  ],
  [
    'a folder imports only strictly lower floors',
    'a type imported upward',
    { 'src/algebra/ring.ts': `import type { Shape } from '../calculus/index.ts';` },
    /strictly lower/,
  ],
  [
    'a folder imports only strictly lower floors',
    'a type imported upward inside an expression',
    { 'src/algebra/ring.ts': `export let a: import('../calculus/index.ts').Shape;` },
    /strictly lower/,
  ],
  [
    'a folder imports only strictly lower floors',
    'a dynamic import upward',
    { 'src/algebra/ring.ts': `export const f = async () => (await import('../calculus/index.ts')).two;` },
    /strictly lower/,
  ],
  [
    'a folder imports only strictly lower floors',
    'a re-export upward',
    { 'src/algebra/ring.ts': `export { two } from '../calculus/index.ts';` },
    /strictly lower/,
  ],
  [
    'a folder imports only strictly lower floors',
    'the inner folder imported by the outer one',
    { 'src/engine/engine.ts': `import './onnx/index.ts';` },
    /engine is on floor 2, engine\/onnx on floor 3/,
  ],
  [
    'a folder imports only strictly lower floors',
    'the public index imported from below',
    { 'src/algebra/ring.ts': `import '../index.ts';` },
    /only a lower floor/,
  ],
  [
    'a folder imports only strictly lower floors',
    'errors that import something',
    { 'src/errors.ts': `import { one } from './algebra/index.ts';` },
    /only a lower floor/,
  ],
  [
    'a folder imports only strictly lower floors',
    'a source that imports a test',
    { 'src/algebra/ring.ts': `import '../../test/errors.test.ts';` },
    /nothing outside src/,
  ],
  [
    'across folders one imports the index',
    'an import past the index',
    { 'src/calculus/kernel.ts': `import { one } from '../algebra/ring.ts';` },
    /kernel\.ts imports \.\.\/algebra\/ring\.ts: across folders import algebra\/index\.ts/,
  ],
  [
    'across folders one imports the index',
    'the public index reaching past an index',
    { 'src/index.ts': `/** Purpose. */ export * from './algebra/ring.ts';` },
    /import algebra\/index\.ts/,
  ],
  [
    'no file imports itself',
    'a cycle within a folder through its index',
    { 'src/algebra/ring.ts': `import './index.ts';` },
    /a cycle: src\/algebra\/index\.ts -> src\/algebra\/ring\.ts -> src\/algebra\/index\.ts/,
  ],
  [
    'no file imports itself',
    'a cycle of types',
    { 'src/calculus/shape.ts': `import type { two } from './kernel.ts';` },
    /a cycle: .*shape\.ts/,
  ],
  [
    'no file imports itself',
    'a cycle among tests',
    { 'test/cli/a.ts': `import './b.ts';`, 'test/cli/b.ts': `import './a.ts';` },
    /a cycle: test\/cli\/a\.ts -> test\/cli\/b\.ts/,
  ],
  [
    'every folder has an index',
    'logic in an index',
    { 'src/algebra/index.ts': `/** Purpose. */ export * from './ring.ts'; export const three = 3;` },
    /algebra\/index\.ts holds more than re-exports/,
  ],
  [
    'every folder has an index',
    'a side effect in an index',
    { 'src/algebra/index.ts': `/** Purpose. */ import './ring.ts';` },
    /holds more than re-exports/,
  ],
  [
    'every folder has an index',
    'an index without a purpose',
    { 'src/algebra/index.ts': `export * from './ring.ts';` },
    /does not open with a paragraph of purpose/,
  ],
  [
    'every folder has an index',
    'a folder without an index',
    { 'src/geometry/fisher.ts': '' },
    /src\/geometry has no index\.ts/,
  ],
  [
    'every file that computes',
    'a missing test',
    { 'test/algebra/ring.test.ts': undefined },
    /src\/algebra\/ring\.ts computes and has no test\/algebra\/ring\.test\.ts/,
  ],
  [
    'every file that computes',
    'a type-only file that gained a constant',
    { 'src/calculus/shape.ts': 'export type Shape = number; export const scalarShape = 1;' },
    /shape\.ts computes/,
  ],
  ['names are kebab-case', 'a folder called utils', { 'test/utils/a.ts': '' }, /'utils' says nothing/],
  ['names are kebab-case', 'a file called types', { 'src/algebra/types.ts': '' }, /'types' says nothing/],
  ['names are kebab-case', 'a dot outside proofs', { 'test/algebra/big.ring.ts': '' }, /'big.ring' is not kebab-case/],
  ['names are kebab-case', 'two dots', { 'proofs/amari/t-2..1.ts': '' }, /'t-2..1' is not kebab-case/],
  ['names are kebab-case', 'camelCase', { 'src/algebra/bigRing.ts': '' }, /'bigRing' is not kebab-case/],
  [
    'only the command line chooses',
    'a method that imports the native engine',
    { 'src/methods/index.ts': index('../engine/onnx/index.ts') },
    /only cli may choose a native engine/,
  ],
  [
    'only the command line chooses',
    'a command that imports the native package itself',
    { 'src/cli/main.ts': `import 'onnxruntime-node';` },
    /only engine\/onnx may know this package/,
  ],
  [
    'only the command line chooses',
    'one engine that imports the package of another',
    { 'src/engine/onnx/session.ts': `import '@tensorflow/tfjs-core';` },
    /only engine\/tfjs may know this package/,
  ],
  [
    'the core entry point',
    'a builtin module in the core',
    { 'src/algebra/ring.ts': `import { readFileSync } from 'node:fs';` },
    /reaches node:fs: src\/index\.ts -> src\/calculus\/index\.ts -> .*ring\.ts/,
  ],
  [
    'the core entry point',
    'a builtin module without its prefix, imported dynamically',
    { 'src/algebra/ring.ts': `export const f = () => import('fs/promises');` },
    /reaches fs\/promises/,
  ],
  [
    'the core entry point',
    'native code in the core',
    { 'src/index.ts': `/** Purpose. */ export * from './engine/onnx/index.ts';` },
    /reaches onnxruntime-node: src\/index\.ts -> src\/engine\/onnx\/index\.ts/,
  ],
  [
    'proofs and examples',
    'a proof that reaches into src',
    { 'proofs/amari/flat.ts': `import '../../src/algebra/index.ts';` },
    /proofs use only public entry points/,
  ],
  [
    'proofs and examples',
    'an example that imports a private path of the package',
    { 'examples/one-is-one.ts': `import 'fisher-rao/src/algebra';` },
    /examples use only public entry points \(fisher-rao, fisher-rao\/engine\/onnx\)/,
  ],
  [
    'proofs and examples',
    'a proof that uses a library of its own',
    { 'proofs/amari/flat.ts': `import 'mathjs';` },
    /proofs use only public entry points/,
  ],
  [
    'every imported package is declared',
    'a package that only others depend on',
    { 'src/cli/main.ts': `import 'picocolors'; import '@scope/data/x';` },
    /imports picocolors: package\.json does not list it/,
  ],
  [
    'only tests use what tests are made of',
    'a command that imports a package of tests',
    { 'src/cli/main.ts': `import 'fast-check';` },
    /users may not have installed it/,
  ],
  [
    'only tests use what tests are made of',
    'a command that imports arbitraries',
    { 'src/cli/main.ts': `import '../testing/index.ts';` },
    /testing is for tests and examples/,
  ],
];

describe('the architecture checker', () => {
  it('is content with a sound house', () => {
    expect(broken({})).toEqual([]);
  });

  it('has a planted violation for every rule', () => {
    const unplanted = Object.keys(rules).filter((rule) => !planted.some(([sentence]) => rule.startsWith(sentence)));
    expect(unplanted).toEqual([]);
  });

  it.each(planted)('enforces: %s (%s)', (sentence, _what, change, expected) => {
    const found = broken(change).filter((what) => what.startsWith(sentence));
    expect(found.join('\n')).toMatch(expected);
  });

  it('does not read imports in comments and texts', () => {
    const text = `// import '../calculus/index.ts'\nexport const a = "import '../calculus/index.ts'";`;
    expect(broken({ 'src/algebra/ring.ts': text })).toEqual([]);
  });
});
