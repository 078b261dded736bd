/** Softmax over any number of outputs: p_a = E(z_a)/Σ_b E(z_b) for a positive function E with E' = E. */
import { assume, declare, type PointVariable, type Term, term } from 'fisher-rao';

const { divide, sum } = term;

const outputs = declare.space('A');
export const [a, b] = ['a', 'b'].map((name) => declare.point(name, outputs));
export const z = declare.function('z', outputs);
export const E = declare.realFunction('E');
export const isExponential = assume.equation("E' = E at the outputs", E.prime(z(a)), E(z(a)));
export const p = (at: PointVariable): Term => divide(E(z(at)), sum(b, E(z(b))));
export const smoothOutputs = [assume.positive(E), assume.differentiable(E), assume.differentiable(z)];
