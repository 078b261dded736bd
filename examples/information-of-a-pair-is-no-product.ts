/**
 * Is the Fisher information of two independent observations the product of theirs? No: the smallest model in which the
 * claim fails is a coin beside an observation that has one outcome only and tells nothing. Evaluating both sides in it
 * again gives the same two numbers. That the information is the sum fails in no model; proofs/ proves it.
 */
import { assume, declare, equation, examine, replay, type Term, term } from 'fisher-rao';

const { add, derivative, log, multiply, square, sum } = term;

const i = declare.direction('i');
const [X, Y] = [declare.space('X'), declare.space('Y')];
const [x, y] = [declare.point('x', X), declare.point('y', Y)];
const [p, q] = [declare.function('p', X), declare.function('q', Y)];
const given = [p, q].flatMap((f) => [assume.positive(f), assume.differentiable(f), assume.normalised(f)]);

/** The integrand of the information about θ_i: probability times squared score. */
const weighted = (probability: Term): Term => multiply(probability, square(derivative(i, log(probability))));

const ofTheFirst = sum(x, weighted(p(x)));
const ofTheSecond = sum(y, weighted(q(y)));
const ofThePair = sum(x, sum(y, weighted(multiply(p(x), q(y)))));

const product = equation(ofThePair, multiply(ofTheFirst, ofTheSecond));
const { witness } = examine(product, given);
if (witness === null) throw new Error('no witness against the product was found');
const { left, right } = replay(product, witness);
console.log(`product: refuted, ${left} against ${right}`);
console.log(`  outcomes of the first ${witness.model.sizes['X']}, of the second ${witness.model.sizes['Y']}`);

const sums = examine(equation(ofThePair, add(ofTheFirst, ofTheSecond)), given);
console.log(
  `sum: ${sums.witness === null ? `holds in all ${sums.cases} models tried` : 'refuted'}, which proves nothing`,
);
