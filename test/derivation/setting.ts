import {
  assume,
  type Chain,
  type Claim,
  type Direction,
  declare,
  equation,
  type Induction,
  type Natural,
  next,
  type PointVariable,
  type ProofOutcome,
  prove,
  type Term,
  term,
} from '../../src/derivation/index.ts';

/** The objects that the tests of this folder argue about: p on X, q on Y, f_α on X_α, directions i, j, values of θ. */
export const i = declare.direction('i');
export const j = declare.direction('j');
export const X = declare.space('X');
export const Y = declare.space('Y');
export const x = declare.point('x', X);
export const x2 = declare.point('x2', X);
export const y = declare.point('y', Y);
export const p = declare.function('p', X);
export const q = declare.function('q', Y);
export const n = declare.natural('n');
export const α = declare.natural('α');
export const θ0 = declare.parameter('θ0');
export const θ1 = declare.parameter('θ1');
export const family = declare.spaces('F');
export const f = declare.functions('f', family);

/** f_1(w_1) ... f_n(w_n). */
export const joint = declare.recursion('P', family, term.fraction(1, 1), (before, number, _v, last) =>
  term.multiply(before, f(next(number), last)),
);

/** A linear network with neurons i in N_l: h_0 = 1, h_{l+1}(i) = Σ_j W(l+1, i, j) h_l(j); l and k number layers. */
export const l = declare.natural('l');
export const k = declare.natural('k');
export const N = declare.spaces('N');
export const neuron = (name: string, layer: Natural | number) => declare.point(name, N(layer));
export const W = declare.function('W', [l, neuron('i', next(l)), neuron('j', l)]);
export const h = declare.sequence('h', l, (layer) => [neuron('i', layer)], {
  zero: () => term.fraction(1, 1),
  next: (earlier, at: PointVariable) => {
    const from = neuron('j', l);
    return term.sum(from, term.multiply(W(l, at, from), earlier(from)));
  },
});

/** An activation, and a function of as many real arguments as X has points. */
export const sigma = declare.realFunction('σ');
export const loss = declare.realFunction('L', [X]);

export const regular = [assume.positive(p), assume.differentiable(p, 2), assume.normalised(p)];
export const regularQ = [assume.positive(q), assume.differentiable(q, 2), assume.normalised(q)];
export const regularF = [assume.positive(f), assume.differentiable(f, 2), assume.normalised(f)];

/** ∂_i log u. */
export const score = (along: Direction, u: Term): Term => term.derivative(along, term.log(u));

/** What the kernel makes of a proof of a claim. */
export function attempt(
  given: Parameters<typeof prove>[0]['given'],
  claim: Claim,
  proof: Chain | Induction,
): ProofOutcome {
  return prove({ given, claim, proof });
}

/** Σ_x p(x) ∂_i log p(x) = 0, the claim that most tests start from. */
export const meanScore = equation(term.sum(x, term.multiply(p(x), score(i, p(x)))), 0);

/** The reason why a derivation failed; an error where it did not. */
export function reasonOf(outcome: ProofOutcome): string {
  if (outcome.outcome === 'failed') return outcome.fault.reason;
  throw new Error('the derivation was accepted');
}
