/**
 * The exact layer: seconds from a metric in closed form to its scalar curvature (and Kretschmann invariant), the median
 * of repeated runs in one warm process, beside Maxima's ctensor and SymPy where they are installed; the scalar curvature of
 * multivariate normal families from their cumulants at a random rational point; and families of the catalogue from the
 * density to the scalar curvature, the peers from their metrics. One JSON line each.
 *
 *     npm run bench:exact [-- name ...]
 */
import { readFileSync } from 'node:fs';
import {
  calculus,
  exactGeometry,
  exactModel,
  familyByName,
  kept,
  type RiemannianGeometry,
  riemannianGeometry,
  withKeptPartials,
} from 'fisher-rao';
import type { Invariant, MetricFile, PeerTime } from './metric-file.ts';
import { multivariateNormalAt, normalScalar } from './multivariate-normal.ts';
import { maximaSeconds } from './peers/maxima.ts';
import { sympySeconds } from './peers/sympy.ts';

const { closedForms, evaluateExpression, parseExpression } = calculus;
type ClosedForm = calculus.ClosedForm;

const problems: Readonly<Record<string, { file: string; invariant: Invariant }>> = {
  'bivariate-normal': { file: 'bivariate-normal', invariant: 'scalar' },
  'categorical-6': { file: 'categorical-6', invariant: 'scalar' },
  'categorical-8': { file: 'categorical-8', invariant: 'scalar' },
  'trivariate-normal': { file: 'trivariate-normal', invariant: 'scalar' },
  kerr: { file: 'kerr', invariant: 'scalar' },
  'kerr-kretschmann': { file: 'kerr', invariant: 'kretschmann' },
};
const seconds = (from: number): number => (performance.now() - from) / 1000;
const median = (times: readonly number[]): number =>
  [...times].sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? Number.NaN;

/** What a run starts from: a fresh field, so that nothing is remembered there, and the metric's components in it. */
function geometryOf({ coordinates, parameters, metric }: MetricFile): RiemannianGeometry<ClosedForm> {
  const forms = closedForms([...coordinates, ...parameters].map((name) => ({ name })));
  const field = withKeptPartials({
    ...forms,
    dimension: coordinates.length,
    partial: (a: ClosedForm, index: number) => forms.derivative(a, coordinates[index]!),
  });
  const rows = metric.map((row) =>
    row.map((text) => evaluateExpression(field, parseExpression(text), (name) => field.symbol(name))),
  );
  return riemannianGeometry(
    field,
    kept(field, 2, [{ places: [0, 1], sign: 1 }], ([i, j]) => rows[i!]![j!]!),
  );
}

/** The first run, and the median of the following ones: at least five, for at least two seconds. */
function measure(prepare: () => () => unknown): { first: number; median: number } {
  const times: number[] = [];
  const begin = performance.now();
  while (times.length < 6 || seconds(begin) < 2) {
    const run = prepare();
    const start = performance.now();
    run();
    times.push(seconds(start));
  }
  return { first: times[0]!, median: median(times.slice(1)) };
}

function measureMetric(name: string, problem: (typeof problems)[string]): void {
  const text = readFileSync(new URL(`metrics/${problem.file}.json`, import.meta.url), 'utf8');
  const file = JSON.parse(text) as MetricFile;
  const own = measure(() => {
    const geometry = geometryOf(file);
    return () => geometry[problem.invariant].at([]);
  });
  const maxima = maximaSeconds(file, problem.invariant);
  const sympy = sympySeconds(file, problem.invariant);
  const ratio = (peer: PeerTime): number | null => (typeof peer === 'number' ? round(peer / own.median) : null);
  console.log(
    JSON.stringify({
      name,
      invariant: problem.invariant,
      seconds: round(own.median),
      first: round(own.first),
      maxima,
      sympy,
      'maxima/own': ratio(maxima),
      'sympy/own': ratio(sympy),
    }),
  );
}

/** The cumulant route for the normal family in n variables. No peer has it. */
function measureNormal(name: string, n: number): void {
  const own = measure(() => {
    const point = multivariateNormalAt(n);
    return () => normalScalar(point);
  });
  console.log(
    JSON.stringify({ name, invariant: 'scalar from cumulants', seconds: round(own.median), first: round(own.first) }),
  );
}

/** Families of the catalogue: from the density, through the expectations, to the scalar curvature; peers from the metric. */
function measureFamily(name: string): void {
  const own = measure(() => {
    const family = familyByName(name).build({});
    return () => exactGeometry(exactModel(family)).scalar.at([]);
  });
  const file = metricOf(name);
  const maxima = maximaSeconds(file, 'scalar');
  const sympy = sympySeconds(file, 'scalar');
  console.log(
    JSON.stringify({
      name,
      invariant: 'scalar from the density',
      seconds: round(own.median),
      first: round(own.first),
      maxima,
      sympy,
    }),
  );
}

/** The metric of a family of the catalogue as text. */
function metricOf(name: string): MetricFile {
  const model = exactModel(familyByName(name).build({}));
  const { metric } = exactGeometry(model);
  const coordinates = model.family.coordinates.map((coordinate) => coordinate.name);
  const text = (i: number, j: number): string => calculus.printClosedForm(model.field, metric.at([i, j]));
  return { coordinates, parameters: [], metric: coordinates.map((_, i) => coordinates.map((_, j) => text(i, j))) };
}

const families: readonly string[] = ['gamma', 'beta', 'dirichlet', 'normal-gamma', 'wishart', 'ising-chain'];
const normals: Readonly<Record<string, number>> = { 'normal-3-cumulants': 3, 'normal-5-cumulants': 5 };
const chosen = process.argv.slice(2);
for (const name of chosen.length > 0 ? chosen : [...Object.keys(problems), ...Object.keys(normals), ...families]) {
  const [problem, n] = [problems[name], normals[name]];
  if (problem !== undefined) measureMetric(name, problem);
  else if (n !== undefined) measureNormal(name, n);
  else if (families.includes(name)) measureFamily(name);
  else
    throw new Error(`no problem "${name}": ${[...Object.keys({ ...problems, ...normals }), ...families].join(', ')}`);
}

function round(value: number): number {
  return Number(value.toPrecision(3));
}
