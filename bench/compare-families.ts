/**
 * Every family of the catalogue beside SymPy and Maxima, where they are installed: the metric at a random rational point by
 * quadrature or summation of the density (mpmath), the scalar curvature there of the metric in closed form (SymPy, Maxima),
 * and the scalar curvature in closed form (SymPy). One line each; exit code 1 where something differs.
 *
 *     npm run compare:families [-- name ...]
 */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import {
  algebra,
  calculus,
  catalogue,
  exactGeometry,
  exactModel,
  type Family,
  familyGeometryAt,
  type Point,
} from 'fisher-rao';
import { randomPoint } from '../src/cli/random-point.ts';
import { randomSource } from '../src/network/index.ts';

const { rational } = algebra;
const program = fileURLToPath(new URL('peers/compare_families.py', import.meta.url));
/** Relative to the size of the metric or 1: mpmath works to 20 digits, our numbers at a point are doubles. */
const tolerance = 1e-6;
const constants: Readonly<Record<string, Readonly<Record<string, algebra.Rational>>>> = {
  'multivariate-normal-fixed-covariance': { s11: rational(2), s12: rational(1, 2), s22: rational(1) },
};

interface Peer {
  readonly metric: readonly (readonly number[])[] | null;
  readonly scalar: number | null;
  readonly same: boolean | null;
}

function build(entry: (typeof catalogue)[number]): Family {
  if (entry.typical !== undefined) return entry.build(entry.typical);
  const open = entry.parameters.filter((parameter) => parameter.default === undefined);
  const values = Object.fromEntries(open.map(({ name }, k) => [name, rational(3 + k)]));
  return entry.build({ parameters: constants[entry.name] ?? values });
}

const text = ({ numerator, denominator }: algebra.Rational): string => `${numerator}/${denominator}`;

/** What the peers are told. */
function question(family: Family, point: Point): Record<string, unknown> {
  const model = exactModel(family);
  const geometry = exactGeometry(model);
  const range = family.coordinates.map((_, k) => k);
  const print = (form: calculus.ClosedForm): string => calculus.printClosedForm(model.field, form);
  const values = new Map(family.constants.map(({ name, value }) => [name, value]));
  const substituted = calculus.substitute(
    family.logDensity,
    new Map(
      [...values].flatMap(([name, value]) => (value === undefined ? [] : [[name, { kind: 'number', value }] as const])),
    ),
  );
  const space = family.sampleSpace;
  const rows = range.map((i) => range.map((j) => print(geometry.metric.at([i, j]))));
  const kernels = (model.kernels ?? []).length > 0;
  return {
    name: family.name,
    coordinates: family.coordinates.map(({ name }) => name),
    point: Object.fromEntries(Object.entries(point).map(([name, value]) => [name, text(value)])),
    variables: space.variables,
    space: spaceAsText(space),
    logDensity: calculus.printExpression(substituted),
    normalised: family.normalised,
    metric: kernels ? null : rows,
    scalar: kernels ? null : print(geometry.scalar.at([])),
  };
}

function spaceAsText(space: Family['sampleSpace']): Record<string, unknown> {
  const printed = (e: calculus.Expression | null): string | null => (e === null ? null : calculus.printExpression(e));
  switch (space.kind) {
    case 'finite':
      return {
        ...space,
        states: space.states.map((state) => state.map(text)),
        weights: space.states.map((_, k) => String(space.weights?.[k] ?? 1)),
      };
    case 'interval':
      return { ...space, low: printed(space.low), high: printed(space.high) };
    case 'cut-line':
      return { ...space, cut: printed(space.cut) };
    default:
      return { kind: space.kind, variables: space.variables, ...('first' in space ? { first: space.first } : {}) };
  }
}

function askSympy(asked: Record<string, unknown>): Peer | string {
  for (const python of ['python3', '/usr/bin/python3']) {
    const { stdout, stderr, status } = spawnSync(python, [program], {
      input: JSON.stringify(asked),
      timeout: 180_000,
      encoding: 'utf8',
    });
    if (status === 0) return JSON.parse(stdout) as Peer;
    if (!/No module named/.test(stderr ?? '')) return (stderr ?? '').trim().split('\n').at(-1) || 'no answer in time';
  }
  return 'not installed';
}

/** The scalar curvature of the metric at the point by Maxima's ctensor. */
function askMaxima(asked: Record<string, unknown>): number | string {
  const metric = asked['metric'] as string[][] | null;
  if (metric === null) return '-';
  const translated = (source: string): string =>
    source
      .replaceAll(/\b(gamma|beta|lambda|theta|nu|mu|sigma|alpha|tau|omega|kappa)\b(?!\()/g, 'v_$1')
      .replaceAll(/polygamma\((\d+), /g, 'psi[$1](')
      .replaceAll('digamma(', 'psi[0](')
      .replaceAll(/besseli\(/g, 'bessel_i(')
      .replaceAll(/\bpi\b/g, '%pi');
  const at = Object.entries(asked['point'] as Record<string, string>).map(
    ([name, value]) => `${translated(name)}=${value}`,
  );
  const rows = metric.map((row) => `[${row.map(translated).join(',')}]`).join(',');
  const input = `load(ctensor)$ ct_coords: [${(asked['coordinates'] as string[]).map(translated).join(',')}]$ dim: ${metric.length}$
    lg: matrix(${rows})$ ${metric.length === 1 ? 'result: 0$' : 'cmetric(false)$ christof(false)$ ricci(false)$ result: scurvature()$'}
    printf(true, "value ~,15e~%", float(subst([${at.join(',')}], result)))$`;
  const { error, stdout } = spawnSync('maxima', ['--very-quiet'], { input, timeout: 60_000, encoding: 'utf8' });
  if (error !== undefined)
    return (error as NodeJS.ErrnoException).code === 'ENOENT' ? 'not installed' : 'no answer in time';
  const found = /value ([-+0-9.eE]+)/.exec(stdout);
  return found === null ? 'no number' : Number(found[1]);
}

function difference(own: readonly (readonly number[])[], peer: Peer['metric']): number | null {
  if (peer === null) return null;
  const size = Math.max(1, ...own.flat().map(Math.abs));
  return Math.max(...own.flatMap((row, i) => row.map((value, j) => Math.abs(value - peer[i]![j]!)))) / size;
}

function shown(value: number | string | null): string {
  return typeof value === 'number' ? value.toExponential(1) : (value ?? '-');
}

const chosen = process.argv.slice(2);
const columns = ['family', 'scalar', 'metric, mpmath', 'scalar, SymPy', 'scalar, Maxima', 'closed form, SymPy'];
console.log(`| ${columns.join(' | ')} |\n|${columns.map(() => '---').join('|')}|`);
let failures = 0;
for (const [k, entry] of catalogue.entries()) {
  if (chosen.length > 0 && !chosen.includes(entry.name)) continue;
  const family = build(entry);
  const point = randomPoint(family, randomSource(20261122 + k));
  const { metric, scalar } = familyGeometryAt(family, point);
  const asked = question(family, point);
  const sympy = askSympy(asked);
  const maxima = askMaxima(asked);
  const from = (value: number): number => Math.abs(value - scalar) / Math.max(1, Math.abs(scalar));
  const cells =
    typeof sympy === 'string'
      ? [sympy, sympy, sympy]
      : [
          difference(metric, sympy.metric),
          sympy.scalar === null ? null : from(sympy.scalar),
          sympy.same === true ? 'the same' : sympy.same,
        ];
  const beside = typeof maxima === 'number' ? from(maxima) : maxima;
  const row = [cells[0], cells[1], beside].map((cell) => cell as number | string | null);
  failures += [...row].filter((cell) => typeof cell === 'number' && !(cell < tolerance)).length;
  console.log(`| ${[entry.name, scalar.toPrecision(8), ...row.map(shown), cells[2] ?? 'undecided'].join(' | ')} |`);
}
if (failures > 0) {
  console.log(`${failures} values differ by more than ${tolerance}`);
  process.exitCode = 1;
}
