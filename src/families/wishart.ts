import { type Rational, rational, rationalToNumber } from '../algebra/index.ts';
import { type Expression, parseExpression } from '../calculus/index.ts';
import { InputError } from '../errors.ts';
import type { Family } from './family.ts';
import { type SymmetricMatrix, symbol, symmetricMatrix } from './symmetric-matrix.ts';

const most = 5;

/**
 * The Wishart family of random p x p matrices X, the sum of nu products z z^t of normal vectors with mean zero and
 * covariance V when nu is whole; its scale matrix V has the entries v11, v12, ..., vpp as coordinates, its degrees of
 * freedom nu > p - 1 are a constant, symbolic unless given [Anderson 2003, An Introduction to Multivariate Statistical
 * Analysis] (7.2). The density is with respect to Lebesgue measure in x11, x12, ..., xpp. Throws {@link InputError} for
 * sizes or degrees of freedom out of range.
 */
export function wishart(p: number, nu?: Rational): Family {
  if (!Number.isInteger(p) || p < 1 || p > most)
    throw new InputError(`a Wishart family has 1 to ${most} rows, got p = ${p}`);
  if (nu !== undefined && rationalToNumber(nu) <= p - 1) {
    throw new InputError(`nu must exceed p - 1 = ${p - 1}, got ${rationalToNumber(nu)}`);
  }
  const [scale, sample] = [symmetricMatrix('v', p), symmetricMatrix('x', p)];
  const variables = sample.entries.map(({ name }) => name);
  return {
    name: 'wishart',
    summary: 'Wishart distribution of p x p matrices with scale matrix v11, v12, ... and nu degrees of freedom fixed',
    coordinates: scale.entries,
    constants: [{ name: 'nu', domain: 'positive', above: rational(p - 1), ...(nu === undefined ? {} : { value: nu }) }],
    conditions: scale.leadingMinors,
    sampleSpace: { kind: 'positive-definite', variables, size: p },
    logDensity: {
      kind: 'add',
      terms: [
        scaled(`(nu - ${p + 1})/2`, logarithm(sample.determinant)),
        halfTrace(scale, sample),
        scaled('-nu/2', logarithm(scale.determinant)),
        parseExpression(`-nu*${p}*log(2)/2 - ${p * (p - 1)}*log(pi)/4 - ${logGammas(p)}`),
      ],
    },
    normalised: true,
    statistics: variables.map(symbol),
    interior: Object.fromEntries(
      scale.entries.map(({ name, domain }) => [name, rational(domain === 'positive' ? 1 : 0)]),
    ),
  };
}

/** -tr(V^-1 X)/2, with the inverse as the adjugate over the determinant. */
function halfTrace(scale: SymmetricMatrix, sample: SymmetricMatrix): Expression {
  const range = Array.from({ length: scale.size }, (_, k) => k);
  const terms = range.flatMap((i) =>
    range.slice(i).map((j): Expression => {
      const factor: Expression = { kind: 'number', value: rational(i === j ? 1 : 2) };
      return { kind: 'multiply', factors: [factor, scale.adjugate(i, j), symbol(sample.name(i, j))] };
    }),
  );
  const doubled: Expression = {
    kind: 'multiply',
    factors: [{ kind: 'number', value: rational(2) }, scale.determinant],
  };
  return { kind: 'negate', of: { kind: 'divide', numerator: { kind: 'add', terms }, denominator: doubled } };
}

/** The logarithm of the multivariate gamma function at nu/2, without its power of pi. */
function logGammas(p: number): string {
  const terms = Array.from({ length: p }, (_, k) => `lgamma((nu - ${k})/2)`);
  return `(${terms.join(' + ')})`;
}

function logarithm(argument: Expression): Expression {
  return { kind: 'call', name: 'log', argument };
}

function scaled(factor: string, e: Expression): Expression {
  return { kind: 'multiply', factors: [parseExpression(factor), e] };
}
