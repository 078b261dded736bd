import { rational, rationals } from '../../algebra/index.ts';
import { type Expression, partsOf, substitute, withParts } from '../../calculus/index.ts';

/**
 * The expression in which a variable now means the distance from an end of its interval: x = end + x or x = end - x.
 * Sums are collected, so that 1 - (1 - x) is x and no digits are lost near the end.
 */
export function nearEnd(e: Expression, variable: string, end: Expression, sign: 1 | -1): Expression {
  const distance: Expression = { kind: 'symbol', name: variable };
  const replacement: Expression = {
    kind: 'add',
    terms: [end, sign === 1 ? distance : { kind: 'negate', of: distance }],
  };
  return collected(substitute(e, new Map([[variable, replacement]])));
}

/** The expression with every sum collected: numbers added up, multiples of one name joined. */
function collected(e: Expression): Expression {
  const inside = withParts(e, partsOf(e).map(collected));
  if (inside.kind !== 'add' && inside.kind !== 'negate') return inside;
  let constant = rationals.zero;
  const names = new Map<string, number>();
  const others: Expression[] = [];
  const visit = (term: Expression, sign: 1 | -1): void => {
    if (term.kind === 'add') for (const part of term.terms) visit(part, sign);
    else if (term.kind === 'negate') visit(term.of, sign === 1 ? -1 : 1);
    else if (term.kind === 'number')
      constant = rationals.add(constant, sign === 1 ? term.value : rationals.negate(term.value));
    else if (term.kind === 'symbol') names.set(term.name, (names.get(term.name) ?? 0) + sign);
    else others.push(signed(term, sign));
  };
  visit(inside, 1);
  const terms = [
    ...(constant.numerator === 0 ? [] : [{ kind: 'number', value: constant } as const]),
    ...[...names].flatMap(([name, count]) => multiple(name, count)),
    ...others,
  ];
  if (terms.length === 0) return { kind: 'number', value: constant };
  return terms.length === 1 ? terms[0] : { kind: 'add', terms };
}

function multiple(name: string, count: number): Expression[] {
  if (count === 0) return [];
  const symbol: Expression = { kind: 'symbol', name };
  if (Math.abs(count) === 1) return [signed(symbol, count as 1 | -1)];
  return [{ kind: 'multiply', factors: [{ kind: 'number', value: rational(count) }, symbol] }];
}

function signed(e: Expression, sign: 1 | -1): Expression {
  return sign === 1 ? e : { kind: 'negate', of: e };
}
