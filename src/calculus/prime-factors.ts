import { divideIntegersExactly, type Integer, integer } from '../algebra/index.ts';

/** The prime factors below 2^16 of a positive integer, and what is left of it, as a power where it is one. */
export function smallPrimeFactors(value: Integer): { readonly factor: Integer; readonly multiplicity: number }[] {
  const factors: { factor: Integer; multiplicity: number }[] = [];
  let rest = value;
  for (let prime = 2; prime < 65536 && prime * prime <= rest; prime++) {
    let multiplicity = 0;
    for (let next = divideIntegersExactly(rest, prime); next !== null; next = divideIntegersExactly(rest, prime)) {
      rest = next;
      multiplicity++;
    }
    if (multiplicity > 0) factors.push({ factor: prime, multiplicity });
  }
  return rest === 1 ? factors : [...factors, perfectPower(rest)];
}

/** The smallest integer of which `value`, without prime factors below 2^16 where it is large, is a power. */
function perfectPower(value: Integer): { readonly factor: Integer; readonly multiplicity: number } {
  if (value < 2 ** 32) return { factor: value, multiplicity: 1 };
  const n = BigInt(value);
  for (let degree = Math.floor(n.toString(2).length / 16); degree > 1; degree--) {
    const root = integerRoot(n, BigInt(degree));
    if (root ** BigInt(degree) === n) return { factor: integer(root), multiplicity: degree };
  }
  return { factor: value, multiplicity: 1 };
}

/** The largest r with r^degree <= n, by Newton's iteration from above. */
function integerRoot(n: bigint, degree: bigint): bigint {
  let root = 1n << BigInt(Math.ceil(n.toString(2).length / Number(degree)));
  for (;;) {
    const next = ((degree - 1n) * root + n / root ** (degree - 1n)) / degree;
    if (next >= root) return root;
    root = next;
  }
}
