import { integer, type Rational, rational } from '../algebra/index.ts';

/**
 * The Bernoulli numbers B_2, B_4, ..., B_2n, from tangent numbers: |B_2k| = 2k T_k / (4^k (4^k - 1))
 * [Brent & Harvey 2013, Fast computation of Bernoulli, Tangent and Secant numbers].
 */
export function bernoulliNumbers(count: number): readonly Rational[] {
  if (count > known.length) known = computed(Math.max(count, 2 * known.length));
  return known.slice(0, count);
}

let known: readonly Rational[] = [];

function computed(count: number): Rational[] {
  const tangent = [1n];
  for (let k = 1; k < count; k++) tangent.push(BigInt(k) * tangent[k - 1]);
  for (let k = 1; k < count; k++) {
    for (let j = k; j < count; j++) {
      tangent[j] = BigInt(j - k) * tangent[j - 1] + BigInt(j - k + 2) * tangent[j];
    }
  }
  return tangent.map((number, place) => {
    const power = 4n ** BigInt(place + 1);
    const size = BigInt(2 * (place + 1)) * number;
    return rational(integer(place % 2 === 0 ? size : -size), integer(power * (power - 1n)));
  });
}
