import { FisherRaoError, InputError } from '../errors.ts';
import { type Instance, inputsText, type Json, type Sides } from './instance.ts';
import type { Verdict, VerdictKind } from './verdict.ts';

/**
 * A claim about numbers: a relation between two sides that are computed, case by case, each in its own way. It can be
 * supported or refuted, never proved.
 */
export interface Experiment<I extends Json = Json> {
  readonly kind: 'experiment';
  readonly label: string;
  readonly title: string;
  /** What is claimed, as a formula. */
  readonly claim: string;
  /** Under which conditions cases are drawn. */
  readonly assumptions: readonly string[];
  readonly expected: VerdictKind;
  /** `equal`, or `atMost`: left <= right. */
  readonly relation: 'equal' | 'atMost';
  /** Up to this error, relative to max(1, |left|, |right|), the relation counts as satisfied. */
  readonly tolerance: number;
  /** Only above this error, of the same kind, does a case refute. */
  readonly certain: number;
  /** Cases to try first, the simplest one first. */
  readonly instances: readonly I[];
  /** A case made from a random seed; the same seed gives the same case. */
  readonly draw: ((seed: number) => I) | null;
  /** How many cases are drawn. */
  readonly cases: number;
  readonly evaluate: (inputs: I) => Sides | Promise<Sides>;
}

/**
 * Makes an experiment. Relation `equal`, tolerance 1e-9, certain difference 1e-6 (at least the tolerance) and 20 drawn
 * cases unless told; one of `instances` and `draw` is needed.
 *
 * Throws {@link InputError} where a part is missing or contradictory.
 */
export function experiment<I extends Json>(parts: {
  readonly label: string;
  readonly title: string;
  readonly claim: string;
  readonly assumptions?: readonly string[];
  readonly expected: VerdictKind;
  readonly relation?: 'equal' | 'atMost';
  readonly tolerance?: number;
  readonly certain?: number;
  readonly instances?: readonly I[];
  readonly draw?: (seed: number) => I;
  readonly cases?: number;
  readonly evaluate: (inputs: I) => Sides | Promise<Sides>;
}): Experiment<I> {
  const { label, assumptions = [], relation = 'equal', tolerance = 1e-9, instances = [], draw = null } = parts;
  const { cases = 20, certain = Math.max(1e-6, tolerance) } = parts;
  if (label === '') throw new InputError('an experiment needs a label, such as "V-T7"');
  if (parts.expected === 'proved') {
    throw new InputError(`experiment ${label} cannot be expected to be proved: numbers support or refute`);
  }
  if (instances.length === 0 && draw === null) {
    throw new InputError(`experiment ${label} has no cases: give instances or a way to draw them`);
  }
  if (!(tolerance >= 0 && certain >= tolerance)) {
    throw new InputError(`experiment ${label}: expected 0 <= tolerance <= certain, got ${tolerance} and ${certain}`);
  }
  const made: Experiment<I> = Object.freeze({
    ...parts,
    kind: 'experiment',
    assumptions,
    relation,
    tolerance,
    certain,
    instances,
    draw,
    cases,
  });
  experiments.add(made);
  return made;
}

const experiments = new WeakSet<object>();

/** Whether a value is an experiment that {@link experiment} made. */
export function isExperiment(value: unknown): value is Experiment {
  return typeof value === 'object' && value !== null && experiments.has(value);
}

/**
 * Decides an experiment: `refuted` by the first case in which the relation certainly fails, `supported` where none is
 * beyond the tolerance. A side that is not a number (NaN) means that the case has no meaning and does not count.
 */
export async function decideExperiment<I extends Json>(of: Experiment<I>): Promise<Verdict> {
  let [cases, worstError] = [0, 0];
  try {
    for (const inputs of casesOf(of)) {
      const sides = await evaluated(of, inputs);
      const error = errorOf(of, sides);
      if (Number.isNaN(error)) continue;
      cases++;
      worstError = Math.max(worstError, error);
      if (error > of.certain) return { kind: 'refuted', witness: { inputs, ...plain(sides) } };
    }
  } catch (error) {
    if (!(error instanceof FisherRaoError)) throw error;
    return { kind: 'undecided', reason: error.message };
  }
  if (cases === 0) return { kind: 'undecided', reason: 'both sides have a meaning in none of the cases' };
  if (worstError <= of.tolerance) return { kind: 'supported', cases, tolerance: of.tolerance, worstError };
  return {
    kind: 'undecided',
    reason: `the relation fails by ${worstError}, relatively: more than the tolerance ${of.tolerance}, too little to refute`,
  };
}

/** Evaluates the two sides of an experiment in the case of a witness again. */
export async function replayExperiment<I extends Json>(of: Experiment<I>, witness: Instance): Promise<Sides> {
  return plain(await evaluated(of, witness.inputs as I));
}

/** The sides as the experiment's own code gives them; what goes wrong there is not this package's fault. */
async function evaluated<I extends Json>({ evaluate, label }: Experiment<I>, inputs: I): Promise<Sides> {
  const of = `experiment ${label} at ${inputsText(inputs)}`;
  let sides: unknown;
  try {
    sides = await evaluate(inputs);
  } catch (error) {
    if (error instanceof FisherRaoError) throw error;
    const message = error instanceof Error ? error.message : String(error);
    throw new InputError(`${of} does not run: ${message}`, { cause: error });
  }
  if (isSides(sides)) return sides;
  throw new InputError(`${of}: expected { left, right }, each a number or a list of numbers; got ${shown(sides)}`);
}

function isSides(value: unknown): value is Sides {
  if (typeof value !== 'object' || value === null) return false;
  const { left, right } = value as Partial<Record<'left' | 'right', unknown>>;
  return [left, right].every((side) => [side].flat().every((one) => typeof one === 'number'));
}

function shown(value: unknown): string {
  const text = JSON.stringify(value) ?? String(value);
  return text.length > 100 ? `${text.slice(0, 100)}...` : text;
}

function* casesOf<I extends Json>({ instances, draw, cases }: Experiment<I>): Generator<I> {
  yield* instances;
  if (draw === null) return;
  for (let seed = 1; seed <= cases; seed++) yield draw(seed);
}

/** The largest violation among the entries. */
function errorOf({ relation, label }: Pick<Experiment, 'relation' | 'label'>, { left, right }: Sides): number {
  const [a, b] = [left, right].map((side) => (typeof side === 'number' ? [side] : side));
  if (a.length !== b.length) {
    throw new InputError(`experiment ${label}: ${a.length} numbers on the left, ${b.length} on the right`);
  }
  return Math.max(0, ...a.map((value, place) => violation(relation, value, b[place])));
}

function violation(relation: Experiment['relation'], left: number, right: number): number {
  if (left === right || (relation === 'atMost' && left < right)) return 0;
  const difference = relation === 'atMost' ? left - right : Math.abs(left - right);
  const scale = Math.max(1, Math.abs(left), Math.abs(right));
  return Number.isFinite(scale) ? difference / scale : difference;
}

function plain({ left, right }: Sides): Sides {
  const copy = (side: Sides['left']): Sides['left'] => (typeof side === 'number' ? side : [...side]);
  return { left: copy(left), right: copy(right) };
}
