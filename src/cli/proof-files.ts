import { type Dirent, existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { register as registerHooks } from 'node:module';
import { basename, extname, join, relative, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { register as registerTypeScript } from 'tsx/esm/api';
import { isProofDocument, type ProofDocument, parseDerivation } from '../derivation/index.ts';
import { FisherRaoError, InputError } from '../errors.ts';

/** The folder of the proofs that come with the package. */
export const shippedProofs = fileURLToPath(new URL('../../proofs', import.meta.url));

const modules = ['.ts', '.js', '.mts', '.mjs'];

/** Derivations as text. */
const textExtension = '.derivation';

const extensions = [...modules, textExtension];

/**
 * The proof documents in files and folders; the shipped ones where no path is given. A file is a TypeScript or
 * JavaScript module that exports what `proofDocument` makes, or a `.derivation` text. Of a folder, its `index` file if it has one, otherwise all
 * that its files and folders export. Throws {@link InputError} for what does not exist, does not load, or has none.
 */
export async function loadProofDocuments(paths: readonly string[] = []): Promise<readonly ProofDocument[]> {
  const chosen = paths.length === 0 ? [shippedProofs] : paths.map((path) => resolve(path));
  const files = chosen.map((path) => proofFilesIn(path));
  const names = textNames(chosen, files);
  const found = new Map<string, readonly ProofDocument[]>();
  for (const [place, path] of chosen.entries()) {
    for (const file of files[place]) {
      if (!found.has(file)) found.set(file, await documentsOf(file, names.get(file)));
    }
    if (files[place].every((file) => found.get(file)?.length === 0)) {
      throw new InputError(noDocument(path, files[place].length));
    }
  }
  return [...new Set([...found.values()].flat())];
}

/** What texts are called: after the file, below a folder with the way to it; where that is no name, by the whole way. */
function textNames(paths: readonly string[], files: readonly (readonly string[])[]): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (const [place, path] of paths.entries()) {
    for (const file of files[place]) {
      if (extname(file) !== textExtension || names.has(file)) continue;
      names.set(file, withoutExtension(file === path ? basename(file) : relative(path, file)));
    }
  }
  const all = [...names.values()];
  for (const [file, name] of names) {
    if (all.filter((other) => other === name).length > 1) names.set(file, withoutExtension(relative('', file)));
  }
  return names;
}

function withoutExtension(path: string): string {
  return path.slice(0, -textExtension.length).replaceAll('\\', '/');
}

function noDocument(path: string, files: number): string {
  const what = files === 0 ? 'holds no .ts, .js or .derivation file' : 'exports no proof document';
  return `${path} ${what}; expected a module with \`export const name = proofDocument({ name, source, statements })\``;
}

function proofFilesIn(path: string): readonly string[] {
  if (!existsSync(path)) {
    throw new InputError(
      `there is no file or folder ${path}; expected a .ts, .js or .derivation file of proofs, or a folder of them`,
    );
  }
  if (!statSync(path).isDirectory()) {
    if (extensions.includes(extname(path))) return [path];
    throw new InputError(
      `${path} is not a file of proofs; expected an ES module or a text, ending in ${extensions.join(', ')}`,
    );
  }
  const index = modules.map((extension) => join(path, `index${extension}`)).find((file) => existsSync(file));
  if (index !== undefined) return [index];
  const entries = readdirSync(path, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  return entries.filter(isCandidate).flatMap((entry) => proofFilesIn(join(path, entry.name)));
}

function isCandidate(entry: Dirent): boolean {
  if (entry.name.startsWith('.') || entry.name === 'node_modules' || entry.name.endsWith('.d.ts')) return false;
  return entry.isDirectory() || extensions.includes(extname(entry.name));
}

async function documentsOf(file: string, name: string | undefined): Promise<readonly ProofDocument[]> {
  if (name !== undefined) return [documentFromText(file, name)];
  prepareLoading();
  try {
    const module: object = await import(pathToFileURL(file).href);
    return Object.values(module).filter(isProofDocument);
  } catch (error) {
    throw new InputError(`${file} does not load: ${reasonOf(error, file)}`, { cause: error });
  }
}

/** What an error in loading says, with the line in the file where it arose, if that is known. */
function reasonOf(error: unknown, file: string): string {
  if (!(error instanceof Error)) return String(error);
  const { message, stack = '' } = error;
  const frame = stack.split('\n').find((line) => line.includes(pathToFileURL(file).href) || line.includes(`${file}:`));
  const [, line] = /:(\d+):\d+\)?$/.exec(frame ?? '') ?? [];
  const where = line === undefined || message.includes(`${file}:`) ? '' : ` (line ${line})`;
  const commonJs = /^(require|module|exports) is not defined/.exec(message)?.[0];
  if (commonJs === undefined) return `${message}${where}`;
  return `${commonJs}${where}. Files of proofs are ES modules: import { ... } from 'fisher-rao', export const ...`;
}

function documentFromText(file: string, name: string): ProofDocument {
  try {
    return parseDerivation(readFileSync(file, 'utf8'), name);
  } catch (error) {
    if (error instanceof FisherRaoError) error.message = `${file}: ${error.message}`;
    throw error;
  }
}

/**
 * `fisher-rao` is this very package wherever the file lies: a second copy of the kernel would not take the first one's
 * theorems for theorems. And files of proofs are ES modules, also where no package.json says so.
 */
const hooks = `
let home;
export function initialize(data) { home = data.home; }
export async function resolve(specifier, context, next) {
  const isOwn = specifier === 'fisher-rao' || specifier.startsWith('fisher-rao/');
  const found = await next(specifier, isOwn ? { ...context, parentURL: home } : context);
  const isProof = /^file:.*\\.[jt]s$/.test(found.url) && !found.url.includes('/node_modules/');
  return isProof ? { ...found, format: 'module' } : found;
}`;

let isPrepared = false;

function prepareLoading(): void {
  if (isPrepared) return;
  isPrepared = true;
  registerTypeScript({ tsconfig: false });
  const home = new URL('../../package.json', import.meta.url).href;
  registerHooks(`data:text/javascript,${encodeURIComponent(hooks)}`, { parentURL: import.meta.url, data: { home } });
}
