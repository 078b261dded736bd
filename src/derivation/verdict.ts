import type { ExactTheorem } from './calculation-kernel.ts';
import type { Witness } from './examine.ts';
import type { Instance } from './instance.ts';
import type { Fault, Theorem } from './kernel.ts';

/** What can come of a statement, by name. */
export const verdictKinds = ['proved', 'supported', 'refuted', 'undecided'] as const;

/** See {@link Verdict}. */
export type VerdictKind = (typeof verdictKinds)[number];

/**
 * What is known of a statement: `proved` by the kernel; `supported`: no case contradicts it, which proves nothing;
 * `refuted` by a model or an instance that can be evaluated again, of a chain with its first wrong step as the `reason`;
 * `undecided`, with the reason.
 */
export type Verdict =
  | { readonly kind: 'proved'; readonly theorem: Theorem | ExactTheorem }
  | { readonly kind: 'supported'; readonly cases: number; readonly tolerance: number; readonly worstError: number }
  | { readonly kind: 'refuted'; readonly witness: Witness | Instance; readonly reason?: string }
  | { readonly kind: 'undecided'; readonly reason: string; readonly fault?: Fault };
