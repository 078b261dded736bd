import { type Integer, type Rational, rational, rationals } from '../algebra/index.ts';
import { DomainError, UnsupportedError } from '../errors.ts';
import { directions, type Multiple } from './directions.ts';
import type { ClosedForm, KernelTower } from './kernel.ts';

/** Sine, cosine and tangent of a tower. */
export interface Trigonometric {
  sin(a: ClosedForm): ClosedForm;
  cos(a: ClosedForm): ClosedForm;
  /** Throws {@link DomainError} where the cosine vanishes identically. */
  tan(a: ClosedForm): ClosedForm;
  /** Makes room for sines and cosines of all of these together: see {@link trigonometricIn}. */
  prepare(angles: readonly ClosedForm[]): void;
}

/** The largest multiple m of an angle whose sine is written out: a polynomial of degree 2m. */
const largestMultiple = 128;

/** cos(a) + i sin(a). */
interface Phase {
  readonly cos: ClosedForm;
  readonly sin: ClosedForm;
}

/**
 * Sine and cosine of a tower: for each direction u of the angles one kernel t = tan(u / (2 order)), a free generator in
 * which cos(u / order) = (1 - t^2)/(1 + t^2) and sin(u / order) = 2t/(1 + t^2) are rational; multiples and sums follow by
 * the addition theorem, exp(i(a + b)) = exp(ia) exp(ib). So cos^2 + sin^2 = 1 and whatever follows from it hold by
 * construction. The kernel of a direction is made for the denominator that comes first; {@link Trigonometric.prepare}
 * makes it for several. Multiples of pi, where that symbol is declared, are taken by their values; throws
 * {@link UnsupportedError} for fractions of pi whose sine has no closed form here.
 */
export function trigonometricIn(
  tower: KernelTower,
  power: (a: ClosedForm, exponent: Rational) => ClosedForm,
): Trigonometric {
  const {
    add,
    subtract,
    multiply,
    divide,
    negate,
    isZero,
    generator,
    integerPower,
    fromInteger,
    fromRational,
    zero,
    one,
  } = tower.field;
  const { pi } = tower;
  const known = directions(
    (unit, order) =>
      tower.numberOf({ kind: 'tan', argument: divide(unit, multiply(fromInteger(2), fromInteger(order))) }),
    () => (pi === null ? [] : [pi]),
  );
  const product = (a: Phase, b: Phase): Phase => ({
    cos: subtract(multiply(a.cos, b.cos), multiply(a.sin, b.sin)),
    sin: add(multiply(a.sin, b.cos), multiply(a.cos, b.sin)),
  });
  const quarterTurns: readonly Phase[] = [
    { cos: one, sin: zero },
    { cos: zero, sin: one },
    { cos: negate(one), sin: zero },
    { cos: zero, sin: negate(one) },
  ];

  const phaseOf = ({ direction, coefficient }: Multiple): Phase => {
    if (direction.kernel < 0) return phaseOfHalfTurns(coefficient);
    const multiple = rationals.multiply(coefficient, rational(direction.order));
    if (multiple.denominator !== 1) {
      throw new UnsupportedError(
        `sines of 1/${direction.order} and 1/${coefficient.denominator} of one angle in one field: form the finest fraction first`,
      );
    }
    return phaseOfMultiple(generator(direction.kernel), Number(multiple.numerator));
  };
  /** exp(i m u) = (1 + it)^(2m) / (1 + t^2)^m for t = tan(u/2). */
  const phaseOfMultiple = (t: ClosedForm, m: number): Phase => {
    if (Math.abs(m) > largestMultiple) {
      throw new UnsupportedError(
        `the sine of ${m} times an angle is not written out: at most ${largestMultiple} times; give the multiple a name`,
      );
    }
    const length = integerPower(add(one, multiply(t, t)), Math.abs(m));
    let power: Phase = quarterTurns[0];
    for (let k = 0; k < 2 * Math.abs(m); k++) power = product(power, { cos: one, sin: t });
    const sin = divide(power.sin, length);
    return { cos: divide(power.cos, length), sin: m < 0 ? negate(sin) : sin };
  };
  const phaseOfHalfTurns = (turns: Rational): Phase => {
    const twelfths = rationals.multiply(turns, rational(12));
    if (twelfths.denominator === 1) return phaseOfTwelfths(remainder(twelfths.numerator, 24));
    throw new UnsupportedError(
      `the sine of ${turns.numerator}/${turns.denominator} pi has no closed form here: give it a name, as a parameter`,
    );
  };
  /** exp(i pi k/12) from the quarter turn, pi/3 and pi/4. */
  const phaseOfTwelfths = (k: number): Phase => {
    const rest = k % 6;
    const half = fromRational(rational(1, 2));
    const root = (n: number): ClosedForm => multiply(half, power(fromInteger(n), rational(1, 2)));
    const parts: Phase[] = [quarterTurns[Math.floor(k / 6)]];
    const [third, quarter]: [() => Phase, () => Phase] = [
      () => ({ cos: half, sin: root(3) }),
      () => ({ cos: root(2), sin: root(2) }),
    ];
    const conjugate = ({ cos, sin }: Phase): Phase => ({ cos, sin: negate(sin) });
    if (rest === 1) parts.push(third(), conjugate(quarter()));
    if (rest === 2) parts.push({ cos: root(3), sin: half });
    if (rest === 3) parts.push(quarter());
    if (rest === 4) parts.push(third());
    if (rest === 5) parts.push({ cos: root(3), sin: half }, quarter());
    return parts.reduce(product);
  };
  const phase = (a: ClosedForm): Phase => known.combination(a).map(phaseOf).reduce(product, quarterTurns[0]);

  return {
    sin: (a) => phase(a).sin,
    cos: (a) => phase(a).cos,
    tan: (a) => {
      const { cos, sin } = phase(add(a, a));
      if (isZero(add(one, cos))) throw new DomainError('the tangent has a pole at this multiple of pi');
      return divide(sin, add(one, cos));
    },
    prepare: known.prepare,
  };
}

function remainder(n: Integer, modulus: number): number {
  return Number(((BigInt(n) % BigInt(modulus)) + BigInt(modulus)) % BigInt(modulus));
}
