import type { ClosedForm } from '../calculus/index.ts';
import { UnsupportedError } from '../errors.ts';
import type { Family } from '../families/index.ts';
import { amariChentsov } from '../geometry/index.ts';
import { type ExactModel, exactGeometry, exactModel, exactTensor, lowerClosedForms } from '../interpret/index.ts';
import type { Dtype, Program } from '../program/index.ts';
import type { Head } from './head.ts';

/** The geometry of a head's law as programs, lowered from its closed forms. */
export interface HeadGeometry {
  /** The number d of coordinates z1, ..., zd. */
  readonly size: number;
  /**
   * What the curvature of the law comes from: of one coordinate nothing, of a full exponential family its third cumulants, else
   * the Riemann tensor.
   */
  readonly curvature: 'flat' | 'cumulants' | 'riemann';
  /** (z1, ..., zd: [rows]) -> g_a_b: [rows], the Fisher metric I(z), for a <= b; differentiable. */
  readonly metric: (rows: number, dtype: Dtype) => Program;
  /**
   * (z1, ..., zd: [rows]) -> g_a_b, the Christoffel symbols c_k_a_b = Gamma^k_ab for a <= b, and either the third cumulants
   * t_a_b_c = T_abc for a <= b <= c or r_k_l_i_j = R^k_lij for i < j, each [rows].
   */
  readonly connection: (rows: number, dtype: Dtype) => Program;
}

/**
 * Derives the geometry of a head's law for groups of this size: its metric, connection and third cumulants (the
 * Amari-Chentsov tensor) or curvature by the definitions of `geometry/`, in closed form, in the outputs as coordinates.
 *
 * @throws UnsupportedError, when a program is made, where an expectation has no closed form.
 */
export function headGeometry(head: Head, size: number): HeadGeometry {
  const law = head.law(size);
  const curvature = size === 1 ? 'flat' : isFull(law) ? 'cumulants' : 'riemann';
  const model = exactModel(law);
  const { metric, christoffel, riemann } = exactGeometry(model);
  const cumulants = exactTensor(model, amariChentsov);
  const indices = Array.from({ length: size }, (_, a) => a);
  const pairs = indices.flatMap((a) => indices.slice(a).map((b) => [a, b] as const));
  const triples = pairs.flatMap(([a, b]) => indices.slice(b).map((c) => [a, b, c] as const));
  const planes = pairs.filter(([i, j]) => i < j);
  const metricForms = (): [string, ClosedForm][] => pairs.map(([a, b]) => [`g_${a}_${b}`, metric.at([a, b])]);
  const curvatureForms = {
    flat: () => [],
    cumulants: () => triples.map(([a, b, c]): [string, ClosedForm] => [`t_${a}_${b}_${c}`, cumulants.at([a, b, c])]),
    riemann: () =>
      indices.flatMap((k) =>
        indices.flatMap((l) =>
          planes.map(([i, j]): [string, ClosedForm] => [`r_${k}_${l}_${i}_${j}`, riemann.at([k, l, i, j])]),
        ),
      ),
  } as const;
  const connectionForms = (): [string, ClosedForm][] => [
    ...metricForms(),
    ...indices.flatMap((k) =>
      pairs.map(([a, b]): [string, ClosedForm] => [`c_${k}_${a}_${b}`, christoffel.at([k, a, b])]),
    ),
    ...curvatureForms[curvature](),
  ];
  const lowered = (name: string, forms: [string, ClosedForm][], rows: number, dtype: Dtype): Program => {
    refuseKernels(model);
    return lowerClosedForms({
      name: `${name} of ${law.name}`,
      forms: model.field,
      outputs: Object.fromEntries(forms),
      inputs: law.coordinates.map((coordinate) => coordinate.name),
      shape: [rows],
      dtype,
    });
  };
  return {
    size,
    curvature,
    metric: (rows, dtype) => lowered('metric', metricForms(), rows, dtype),
    connection: (rows, dtype) => lowered('connection', connectionForms(), rows, dtype),
  };
}

/** A full exponential family, in whatever coordinates: not a submanifold of one. */
function isFull({ statistics, coordinates, base }: Family): boolean {
  return statistics?.length === coordinates.length && base === undefined;
}

function refuseKernels({ family, kernels = [] }: ExactModel): void {
  const [kernel] = kernels;
  if (kernel === undefined) return;
  throw new UnsupportedError(
    `The Fisher metric of ${family.name} has no closed form here: it contains ${kernel.text}. A head needs a law whose expectations ` +
      'are known, as those of exponential families are.',
  );
}
