import type { MathNode } from 'mathjs/number';
import {
  absoluteInteger,
  degreesOf,
  generatorsOf,
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
import type { ClosedForm } from './kernel.ts';
import { shownProduct, withoutRootsOfKernels } from './shown-powers.ts';
import type { ShownKernel } from './sines-and-cosines.ts';
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

function factored(writing: Writing, a: ClosedForm): Factored {
  const { kernels, constant, exponents, factors } = shownProduct(writing.forms.kernels, a);
  // 1 - theta reads better than theta - 1, so sums that end negative are turned round, unless that costs a minus.
  const whole = factors.filter(({ exponent }) => exponent.denominator === 1);
  const turned = new Set(whole.filter(({ polynomial }) => endsNegative(polynomial)));
  const odd = [...turned].filter(({ exponent }) => Number(exponent.numerator) % 2 !== 0);
  let negative = constant.numerator < 0 !== (odd.length % 2 === 1);
  if (negative && odd.length > 0) {
    turned.delete(odd[0]);
    negative = false;
  }
  const [numerator, denominator] = [1, -1].map((side) => {
    const content = absoluteInteger(side === 1 ? constant.numerator : constant.denominator);
    const onSide = (exponent: Rational): Rational => {
      const signed = side === 1 ? exponent : rationals.negate(exponent);
      return signed.numerator > 0 ? signed : rationals.zero;
    };
    const monomial = exponents.map((exponent, index) =>
      kernels[index].kind === 'exp' ? (side === 1 ? exponent : rationals.zero) : onSide(exponent),
    );
    return [
      ...(content === 1 ? [] : [integerNode(content)]),
      ...monomialNodes(writing, kernels, monomial),
      ...factors
        .filter(({ exponent }) => onSide(exponent).numerator !== 0)
        .map((factor) => {
          const sum = sumNode(writing, { kernels, polynomial: factor.polynomial, negated: turned.has(factor) });
          return powerOf(sum, onSide(factor.exponent));
        }),
    ];
  });
  return { negative, numerator, denominator };
}

function endsNegative(p: Polynomial): boolean {
  return p.coefficients[p.coefficients.length - 1] < 0;
}

/** The factors of a monomial; exponentials are gathered into one, but for powers exp(c log v) of names and numbers. */
function monomialNodes(writing: Writing, kernels: readonly ShownKernel[], exponents: readonly Rational[]): MathNode[] {
  const { forms } = writing;
  const factors: MathNode[] = [];
  let exponent = rationalFunctions.zero;
  exponents.forEach((e, index) => {
    const kernel = kernels[index];
    if (e.numerator === 0) return;
    if (kernel.kind === 'exp') {
      exponent = forms.add(exponent, forms.multiply(forms.fromRational(e), kernel.argument));
      return;
    }
    const order = kernel.kind === 'symbol' || kernel.kind === 'root' ? kernel.order : 1;
    factors.push(powerOf(kernelNode(writing, kernel), rationals.multiply(rational(1, order), e)));
  });
  for (const { base, power, logarithm } of powersIn(writing, exponent)) {
    const isNumber = generatorsOf(power).length === 0;
    const [numerator, denominator] = [power.numerator.coefficients[0], power.denominator.coefficients[0]];
    factors.push(
      isNumber ? powerOf(base, rational(numerator, denominator)) : binary('pow', base, nodeOf(writing, power)),
    );
    exponent = forms.subtract(exponent, forms.multiply(power, logarithm));
  }
  if (!forms.isZero(exponent)) factors.push(new FunctionNode(new SymbolNode('exp'), [nodeOf(writing, exponent)]));
  return factors;
}

/** A part c log(v) of an exponent, which makes v^c of it. */
interface LogarithmicPart {
  readonly base: MathNode;
  readonly power: ClosedForm;
  readonly logarithm: ClosedForm;
}

/** The parts in which an exponent is linear in the logarithm of a symbol, an integer or I0(x). */
function powersIn(writing: Writing, exponent: ClosedForm): LogarithmicPart[] {
  const { forms } = writing;
  const width = exponent.numerator.width;
  return generatorsOf(exponent).flatMap((index) => {
    const base = logarithmOf(writing, index);
    if (base === null || degreesOf(exponent.numerator, width)[index] !== 1) return [];
    const power = forms.derivation(exponent, (generator) => (generator === index ? forms.one : forms.zero));
    return generatorsOf(power).includes(index) ? [] : [{ base, power, logarithm: forms.generator(index) }];
  });
}

/** What a kernel is the logarithm of: a symbol, an integer or I0(x); otherwise `null`. */
function logarithmOf(writing: Writing, index: number): MathNode | null {
  const { kernels, equals } = writing.forms;
  const kernel = kernels[index];
  if (kernel.kind === 'logBesselI0') return besselI(writing, 0, kernel.argument);
  if (kernel.kind !== 'log') return null;
  const { argument } = kernel;
  const [only, ...others] = generatorsOf(argument);
  const inner = only === undefined ? undefined : kernels[only];
  const isName = others.length === 0 && inner?.kind === 'symbol' && equals(argument, writing.forms.symbol(inner.name));
  const isInteger = argument.numerator.width === 0 && argument.denominator.width === 0;
  return isName || isInteger ? nodeOf(writing, argument) : null;
}

function besselI(writing: Writing, order: number, argument: ClosedForm): MathNode {
  return new FunctionNode(new SymbolNode('besseli'), [integerNode(order), nodeOf(writing, argument)]);
}

/** A kernel; what is raised to the power 1/order for symbols and roots. */
function kernelNode(writing: Writing, kernel: ShownKernel): MathNode {
  const applied = (name: string, argument: ClosedForm, ...before: readonly MathNode[]): MathNode =>
    new FunctionNode(new SymbolNode(name), [...before, nodeOf(writing, argument)]);
  switch (kernel.kind) {
    case 'symbol':
      return new SymbolNode(kernel.name);
    case 'root':
      return nodeOf(writing, kernel.argument);
    case 'erf':
    case 'exp':
    case 'log':
    case 'tan':
    case 'sin':
    case 'cos':
    case 'sinh':
    case 'cosh':
      return applied(kernel.kind, kernel.argument);
    case 'besselRatio':
      return binary('divide', besselI(writing, 1, kernel.argument), besselI(writing, 0, kernel.argument));
    case 'logBesselI0':
      return new FunctionNode(new SymbolNode('log'), [besselI(writing, 0, kernel.argument)]);
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
    const factors = monomialNodes(writing, kernels, withoutRootsOfKernels(kernels, Array.from(monomial.exponents)));
    const size = absoluteInteger(coefficient);
    const shown = size === 1 && factors.length > 0 ? factors : [integerNode(size), ...factors];
    return { negative: coefficient < 0 !== negated, node: productOf(shown) };
  });
  // A sum starts with a positive term where it has one at either end.
  const last = terms[terms.length - 1];
  const ordered = terms[0].negative && !last.negative ? [last, ...terms.slice(0, -1)] : terms;
  const groups = Array.from({ length: Math.ceil(ordered.length / longestSum) }, (_, k) =>
    sumOf(ordered.slice(k * longestSum, (k + 1) * longestSum)),
  );
  return groups.reduce((sum, group) => binary('add', sum, group));
}

/** Longer sums are written in brackets of so many terms, since trees are printed by recursion. */
const longestSum = 300;

function sumOf([first, ...others]: readonly { readonly negative: boolean; readonly node: MathNode }[]): MathNode {
  return others.reduce<MathNode>(
    (sum, { negative, node }) => (negative ? binary('subtract', sum, node) : binary('add', sum, node)),
    first.negative ? minus(first.node) : first.node,
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
  // Numbers from 10^5 on would be written with an exponent.
  return new ConstantNode((value < 100_000 && value > -100_000 ? value : BigInt(value)) as number);
}

const operators = { add: '+', subtract: '-', multiply: '*', divide: '/', pow: '^' } as const;

function binary(name: keyof typeof operators, left: MathNode, right: MathNode): MathNode {
  return new OperatorNode(operators[name] as '+', name as 'add', [left, right]) as unknown as MathNode;
}
