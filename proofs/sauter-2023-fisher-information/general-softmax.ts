/** Softmax over any number of outputs: p_a = e_a/Σ_b e_b with e_a = exp(z_a), known by its logarithm. */
import { assume, declare, type PointVariable, type Term, term } from 'fisher-rao';

const { divide, log, sum } = term;

const outputs = declare.space('A');
export const [a, b] = ['a', 'b'].map((name) => declare.point(name, outputs));
export const z = declare.function('z', outputs);
export const e = declare.function('e', outputs);
export const isExponential = assume.equation('e is exp(z)', log(e(a)), z(a));
export const p = (at: PointVariable): Term => divide(e(at), sum(b, e(b)));
export const smoothOutputs = [assume.positive(e), assume.differentiable(e), isExponential];
