import { readdirSync, readFileSync } from 'node:fs';
import { join, posix, sep } from 'node:path';
import { parseAst } from 'vitest/node';

/** One import or re-export of a file, static or dynamic. */
export interface Dependency {
  /** As written: a relative path, a package or a builtin module. */
  readonly specifier: string;
  /** Whether nothing of it is left when types are erased. */
  readonly typeOnly: boolean;
  /** The path that a relative specifier names, relative to the root; undefined for a package. */
  readonly target: string | undefined;
}

/** What the rules need to know of one TypeScript file; paths are relative to the root, with `/`. */
export interface SourceFile {
  readonly path: string;
  readonly dependencies: readonly Dependency[];
  /** Whether erasing types leaves no statement but imports: only interfaces, type aliases and `declare`s. */
  readonly typeOnly: boolean;
  /** Whether every statement re-exports from another file. */
  readonly onlyReExports: boolean;
  /** Whether it opens with a documentation comment. */
  readonly opensWithPurpose: boolean;
}

/** What package.json says that the rules need. */
export interface Manifest {
  readonly name: string;
  /** What is installed with the package, the optional included. */
  readonly dependencies: readonly string[];
  /** What a user installs beside the package, or does not. */
  readonly peers: readonly string[];
  /** Public entry points as one writes them in an import: `fisher-rao`, `fisher-rao/network`, ... */
  readonly entryPoints: readonly string[];
}

/** A checkout as the rules see it. */
export interface SourceTree {
  readonly manifest: Manifest;
  readonly files: ReadonlyMap<string, SourceFile>;
}

/** Nothing more of ESTree is used than this; every node has its kind and maybe children. */
interface Node {
  readonly type: string;
  readonly [key: string]: unknown;
}

/** Parses the texts of a checkout, by path; `package.json` must be one of them, other files than `.ts` are ignored. */
export function parseTree(texts: Readonly<Record<string, string>>): SourceTree {
  const sources = Object.entries(texts).filter(([path]) => path.endsWith('.ts'));
  const files = new Map(sources.map(([path, text]) => [path, parseSource(path, text)]));
  return { manifest: parseManifest(texts['package.json']!), files };
}

/** Reads and parses a checkout on disk: package.json and all TypeScript under the given folders, those that exist. */
export function readTree(root: string, folders: readonly string[]): SourceTree {
  const texts: Record<string, string> = { 'package.json': readFileSync(join(root, 'package.json'), 'utf8') };
  const present = readdirSync(root);
  for (const folder of folders.filter((name) => present.includes(name))) {
    for (const name of readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })) {
      const path = posix.join(folder, name.split(sep).join('/'));
      if (path.endsWith('.ts')) texts[path] = readFileSync(join(root, path), 'utf8');
    }
  }
  return parseTree(texts);
}

function parseManifest(text: string): Manifest {
  const manifest = JSON.parse(text) as {
    name: string;
    dependencies?: object;
    optionalDependencies?: object;
    peerDependencies?: object;
    exports?: object;
  };
  return {
    name: manifest.name,
    dependencies: Object.keys({ ...manifest.dependencies, ...manifest.optionalDependencies }),
    peers: Object.keys(manifest.peerDependencies ?? {}),
    entryPoints: Object.keys(manifest.exports ?? {}).map((key) => posix.join(manifest.name, key)),
  };
}

function parseSource(path: string, text: string): SourceFile {
  const statements = (parseAst(text, { lang: 'ts' }) as unknown as { body: Node[] }).body;
  return {
    path,
    dependencies: statements.flatMap((statement) => dependenciesOf(statement, path)),
    typeOnly: statements.every(leavesNothing),
    onlyReExports: statements.every((statement) => statement.type.startsWith('Export') && isNode(statement['source'])),
    opensWithPurpose: /^(#!.*\n)?\s*\/\*\*/.test(text),
  };
}

/** Every import below a node: declarations, `import(...)` expressions and `import('...').T` types. */
function dependenciesOf(node: Node, path: string): Dependency[] {
  const inner = Object.values(node)
    .flatMap((child) => (Array.isArray(child) ? child : [child]))
    .filter(isNode)
    .flatMap((child) => dependenciesOf(child, path));
  const source = node['source'];
  if (!isNode(source) || typeof source['value'] !== 'string') return inner;
  const specifier = source['value'];
  const target = specifier.startsWith('.') ? posix.join(posix.dirname(path), specifier) : undefined;
  return [...inner, { specifier, target, typeOnly: isTypeImport(node) }];
}

function isTypeImport(node: Node): boolean {
  const specifiers = Array.isArray(node['specifiers']) ? node['specifiers'].filter(isNode) : [];
  const kind = (one: Node) => one['importKind'] ?? one['exportKind'];
  return (
    node.type === 'TSImportType' ||
    kind(node) === 'type' ||
    (specifiers.length > 0 && specifiers.every((one) => kind(one) === 'type'))
  );
}

function leavesNothing(statement: Node): boolean {
  switch (statement.type) {
    case 'ImportDeclaration':
    case 'TSInterfaceDeclaration':
    case 'TSTypeAliasDeclaration':
      return true;
    case 'ExportNamedDeclaration':
      return isNode(statement['declaration'])
        ? leavesNothing(statement['declaration'])
        : statement['exportKind'] === 'type' || isNode(statement['source']);
    case 'ExportAllDeclaration':
      return true;
    default:
      return statement['declare'] === true;
  }
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && typeof (value as { type?: unknown }).type === 'string';
}
