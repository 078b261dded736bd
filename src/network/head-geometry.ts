import type { ClosedForm } from '../calculus/index.ts';
import { amariChentsov } from '../geometry/index.ts';
import { exactGeometry, exactModel, exactTensor, lowerClosedForms } from '../interpret/index.ts';
import type { Dtype, Program } from '../program/index.ts';
import type { Head } from './head.ts';

/** The geometry of a head's law as programs, lowered from its closed forms. */
export interface HeadGeometry {
  /** The number d of coordinates z1, ..., zd. */
  readonly size: number;
  /** (z1, ..., zd: [rows]) -> g_a_b: [rows], the Fisher metric I(z), for a <= b; differentiable. */
  readonly metric: (rows: number, dtype: Dtype) => Program;
  /**
   * (z1, ..., zd: [rows]) -> g_a_b, the Christoffel symbols c_k_a_b = Gamma^k_ab for a <= b, and, of two coordinates or
   * more, the third cumulants t_a_b_c = T_abc for a <= b <= c, each [rows]. One coordinate alone has no curvature.
   */
  readonly connection: (rows: number, dtype: Dtype) => Program;
}

/**
 * Derives the geometry of a head's law for groups of this size: its metric, connection and third cumulants (the
 * Amari-Chentsov tensor) by the definitions of `geometry/`, in closed form, in the outputs as coordinates.
 */
export function headGeometry(head: Head, size: number): HeadGeometry {
  const law = head.law(size);
  const model = exactModel(law);
  const { metric, christoffel } = exactGeometry(model);
  const cumulants = exactTensor(model, amariChentsov);
  const indices = Array.from({ length: size }, (_, a) => a);
  const pairs = indices.flatMap((a) => indices.slice(a).map((b) => [a, b] as const));
  const triples = pairs.flatMap(([a, b]) => indices.slice(b).map((c) => [a, b, c] as const));
  const metricForms = (): [string, ClosedForm][] => pairs.map(([a, b]) => [`g_${a}_${b}`, metric.at([a, b])]);
  const connectionForms = (): [string, ClosedForm][] => [
    ...metricForms(),
    ...indices.flatMap((k) =>
      pairs.map(([a, b]): [string, ClosedForm] => [`c_${k}_${a}_${b}`, christoffel.at([k, a, b])]),
    ),
    ...(size === 1 ? [] : triples).map(([a, b, c]): [string, ClosedForm] => [
      `t_${a}_${b}_${c}`,
      cumulants.at([a, b, c]),
    ]),
  ];
  const lowered = (name: string, forms: [string, ClosedForm][], rows: number, dtype: Dtype): Program =>
    lowerClosedForms({
      name: `${name} of ${law.name}`,
      forms: model.field,
      outputs: Object.fromEntries(forms),
      inputs: law.coordinates.map((coordinate) => coordinate.name),
      shape: [rows],
      dtype,
    });
  return {
    size,
    metric: (rows, dtype) => lowered('metric', metricForms(), rows, dtype),
    connection: (rows, dtype) => lowered('connection', connectionForms(), rows, dtype),
  };
}
