import fc from 'fast-check';
import { rational } from '../algebra/index.ts';
import type { Expression, FunctionName } from '../calculus/index.ts';

const number = (value: number): Expression => ({ kind: 'number', value: rational(value) });

/** Expressions in the given names, small; `functions` are applied to their parts. */
export function expressions(
  names: readonly string[],
  functions: readonly FunctionName[] = ['exp', 'log'],
): fc.Arbitrary<Expression> {
  const leaf = fc.oneof(
    fc.constantFrom(...names).map((name): Expression => ({ kind: 'symbol', name })),
    fc.integer({ min: 1, max: 4 }).map(number),
  );
  const { expression } = fc.letrec<{ expression: Expression }>((tie) => {
    const pair = fc.tuple(tie('expression'), tie('expression'));
    return {
      expression: fc.oneof(
        { maxDepth: 3, depthSize: 'small' },
        leaf,
        pair.map((terms): Expression => ({ kind: 'add', terms })),
        pair.map((factors): Expression => ({ kind: 'multiply', factors })),
        tie('expression').map((of): Expression => ({ kind: 'negate', of })),
        // Denominators and arguments of logarithms and roots are made positive where the names are.
        pair.map(([numerator, e]): Expression => ({ kind: 'divide', numerator, denominator: onePlusSquare(e) })),
        fc
          .tuple(tie('expression'), fc.integer({ min: 2, max: 3 }))
          .map(([base, n]): Expression => ({ kind: 'power', base, exponent: number(n) })),
        ...functions.map((name) =>
          leaf.map((e): Expression => ({ kind: 'call', name, argument: needsPositive(name) ? onePlusSquare(e) : e })),
        ),
      ),
    };
  });
  return expression;
}

function needsPositive(name: FunctionName): boolean {
  return name === 'log' || name === 'sqrt';
}

function onePlusSquare(e: Expression): Expression {
  return { kind: 'add', terms: [number(1), { kind: 'multiply', factors: [e, e] }] };
}
