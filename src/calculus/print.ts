import type { MathNode } from 'mathjs/number';
import {
  absoluteInteger,
  type Integer,
  negateInteger,
  type Polynomial,
  type Rational,
  rational,
  rationalFunctions,
  rationals,
  termsOf,
} from '../algebra/index.ts';
import type { ClosedForms } from './closed-forms.ts';
import { type ClosedForm, exponentUnit } from './kernel.ts';
import { inSinesAndCosines, type Product, type ShownKernel, times } from './sines-and-cosines.ts';
import { nodes, nodeToTex } from './tex.ts';

const { ConstantNode, FunctionNode, OperatorNode, SymbolNode } = nodes;

/** A closed form as text in mathjs syntax, factored as far as common monomials and repeated factors go. */
export function printClosedForm(forms: ClosedForms, a: ClosedForm): string {
  return nodeOf({ forms, minusPlace: 'inside' }, a).toString({ parenthesis: 'auto', implicit: 'show' });
}

/** A closed form in TeX: f', and derivatives along arguments that are names as \partial_x. */
export function closedFormToTex(forms: ClosedForms, a: ClosedForm): string {
  return nodeToTex(nodeOf({ forms, minusPlace: 'outside' }, a));
}

/** Where a minus goes: before the first factor, which text needs, or before the whole fraction, which print likes. */
interface Writing {
  readonly forms: ClosedForms;
  readonly minusPlace: 'inside' | 'outside';
}

/** What a closed form is printed from: sign (numerator factors) / (denominator factors). */
interface Factored {
  readonly negative: boolean;
  readonly numerator: readonly MathNode[];
  readonly denominator: readonly MathNode[];
}

function nodeOf(writing: Writing, a: ClosedForm): MathNode {
  if (writing.forms.isZero(a)) return new ConstantNode(0);
  const { negative, numerator, denominator } = factored(writing, a);
  const inside = negative && writing.minusPlace === 'inside';
  const top = productOf(inside ? negatedFirst(numerator) : numerator);
  const quotient = denominator.length === 0 ? top : binary('divide', top, productOf(denominator));
  return negative && !inside ? minus(quotient) : quotient;
}

function negatedFirst([first, ...others]: readonly MathNode[]): MathNode[] {
  if (first === undefined) return [new ConstantNode(-1)];
  return [
    nodes.isConstantNode(first) ? integerNode(negateInteger(first.value as unknown as Integer)) : minus(first),
    ...others,
  ];
}

function minus(node: MathNode): MathNode {
  return new OperatorNode('-', 'unaryMinus', [node]) as unknown as MathNode;
}

const empty: Product = { constant: rational(1), exponents: [], factors: [] };

function factored(writing: Writing, a: ClosedForm): Factored {
  const whole = times(times(empty, a.numerator, 1), a.denominator, -1);
  const { kernels, product } = inSinesAndCosines(writing.forms.kernels, whole);
  const { constant, exponents, factors } = product;
  // 1 - theta reads better than theta - 1, so sums that end negative are turned round, unless that costs a minus.
  const turned = new Set(factors.filter(({ polynomial }) => endsNegative(polynomial)));
  const odd = [...turned].filter(({ multiplicity }) => multiplicity % 2 !== 0);
  let negative = constant.numerator < 0 !== (odd.length % 2 === 1);
  if (negative && odd.length > 0) {
    turned.delete(odd[0]);
    negative = false;
  }
  const [numerator, denominator] = [1, -1].map((side) => {
    const content = absoluteInteger(side === 1 ? constant.numerator : constant.denominator);
    const monomial = exponents.map((e, index) =>
      kernels[index].kind === 'exp' ? (side === 1 ? e : 0) : Math.max(0, side * e),
    );
    const sums = factors.filter(({ multiplicity }) => side * multiplicity > 0);
    return [
      ...(content === 1 ? [] : [integerNode(content)]),
      ...monomialNodes(writing, kernels, monomial),
      ...sums.map((factor) =>
        powerOf(
          sumNode(writing, { kernels, polynomial: factor.polynomial, negated: turned.has(factor) }),
          rational(side * factor.multiplicity),
        ),
      ),
    ];
  });
  return { negative, numerator, denominator };
}

function endsNegative(p: Polynomial): boolean {
  return p.coefficients[p.coefficients.length - 1] < 0;
}

/** The factors of a monomial; exponentials are gathered into one. */
function monomialNodes(writing: Writing, kernels: readonly ShownKernel[], exponents: readonly number[]): MathNode[] {
  const { forms } = writing;
  const factors: MathNode[] = [];
  let exponent = rationalFunctions.zero;
  exponents.forEach((e, index) => {
    const kernel = kernels[index];
    if (e === 0) return;
    if (kernel.kind === 'exp') {
      exponent = forms.add(exponent, forms.multiply(forms.fromInteger(e), kernel.argument));
      return;
    }
    const unit = kernel.kind === 'symbol' ? exponentUnit(kernel) : rational(1);
    factors.push(powerOf(kernelNode(writing, kernel), rationals.multiply(unit, rational(e))));
  });
  if (!forms.isZero(exponent)) factors.push(new FunctionNode(new SymbolNode('exp'), [nodeOf(writing, exponent)]));
  return factors;
}

function kernelNode(writing: Writing, kernel: ShownKernel): MathNode {
  const applied = (name: string, argument: ClosedForm, ...before: readonly MathNode[]): MathNode =>
    new FunctionNode(new SymbolNode(name), [...before, nodeOf(writing, argument)]);
  switch (kernel.kind) {
    case 'symbol':
      return new SymbolNode(kernel.name);
    case 'exp':
    case 'log':
    case 'tan':
    case 'sin':
    case 'cos':
      return applied(kernel.kind, kernel.argument);
    case 'polygamma': {
      if (kernel.order <= 0) return applied(kernel.order < 0 ? 'lgamma' : 'digamma', kernel.argument);
      return applied('polygamma', kernel.argument, integerNode(kernel.order));
    }
    case 'unknown': {
      const args = kernel.arguments.map((argument) => nodeOf(writing, argument));
      const value = new FunctionNode(new SymbolNode(kernel.name), args);
      if (kernel.orders.every((order) => order === 0)) return value;
      return new FunctionNode(new SymbolNode('partial'), [value, ...kernel.orders.map(integerNode)]);
    }
  }
}

/** A sum, and whether it is to be written with all signs changed. */
interface SumToWrite {
  readonly kernels: readonly ShownKernel[];
  readonly polynomial: Polynomial;
  readonly negated: boolean;
}

function sumNode(writing: Writing, { kernels, polynomial, negated }: SumToWrite): MathNode {
  const terms = termsOf(polynomial).map(({ coefficient, monomial }) => {
    const factors = monomialNodes(writing, kernels, Array.from(monomial.exponents));
    const size = absoluteInteger(coefficient);
    const shown = size === 1 && factors.length > 0 ? factors : [integerNode(size), ...factors];
    return { negative: coefficient < 0 !== negated, node: productOf(shown) };
  });
  // A sum starts with a positive term where it has one at either end.
  const last = terms[terms.length - 1];
  const ordered = terms[0].negative && !last.negative ? [last, ...terms.slice(0, -1)] : terms;
  return ordered
    .slice(1)
    .reduce<MathNode>(
      (sum, { negative, node }) => (negative ? binary('subtract', sum, node) : binary('add', sum, node)),
      ordered[0].negative ? minus(ordered[0].node) : ordered[0].node,
    );
}

function powerOf(base: MathNode, exponent: Rational): MathNode {
  if (exponent.numerator === 1 && exponent.denominator === 1) return base;
  if (exponent.denominator === 1) return binary('pow', base, integerNode(exponent.numerator));
  if (exponent.numerator === 1 && exponent.denominator === 2) return new FunctionNode(new SymbolNode('sqrt'), [base]);
  return binary('pow', base, binary('divide', integerNode(exponent.numerator), integerNode(exponent.denominator)));
}

function productOf(factors: readonly MathNode[]): MathNode {
  return factors.length === 0
    ? new ConstantNode(1)
    : factors.reduce((product, factor) => binary('multiply', product, factor));
}

function integerNode(value: Integer): MathNode {
  return new ConstantNode(value as number);
}

const operators = { add: '+', subtract: '-', multiply: '*', divide: '/', pow: '^' } as const;

function binary(name: keyof typeof operators, left: MathNode, right: MathNode): MathNode {
  return new OperatorNode(operators[name] as '+', name as 'add', [left, right]) as unknown as MathNode;
}
