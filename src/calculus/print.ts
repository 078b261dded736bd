import {
  type FunctionNode as CalledFunction,
  ConstantNodeDependencies,
  create,
  FunctionNodeDependencies,
  type MathNode,
  OperatorNodeDependencies,
  SymbolNodeDependencies,
} from 'mathjs/number';
import {
  absoluteInteger,
  gcdOfPolynomials,
  type Integer,
  integerContent,
  leadingCoefficient,
  monomialContent,
  negateInteger,
  type Polynomial,
  type Rational,
  rational,
  rationalFunctions,
  rationals,
  shiftExponents,
  squareFreeFactors,
  termsOf,
} from '../algebra/index.ts';
import type { ClosedForms } from './closed-forms.ts';
import { type ClosedForm, exponentUnit, type Kernel } from './kernel.ts';
import { namedFunctions } from './named-functions.ts';

const mathjs = create({
  ...ConstantNodeDependencies,
  ...FunctionNodeDependencies,
  ...OperatorNodeDependencies,
  ...SymbolNodeDependencies,
});
const { ConstantNode, FunctionNode, OperatorNode, SymbolNode } = mathjs;

/** A closed form as text in mathjs syntax, factored as far as common monomials and repeated factors go. */
export function printClosedForm(forms: ClosedForms, a: ClosedForm): string {
  return nodeOf(forms, a, 'inside').toString({ parenthesis: 'auto', implicit: 'show' });
}

/** A closed form in TeX: f', and derivatives along arguments that are names as \partial_x. */
export function closedFormToTex(forms: ClosedForms, a: ClosedForm): string {
  return nodeOf(forms, a, 'outside').toTex({ parenthesis: 'auto', handler: texHandler }).trim();
}

/** A name in TeX: `mu` is \mu, `p12` is p_{12}, `J1_10` is J_{1,10}; a word that is no symbol of TeX stands upright. */
export function nameToTex(name: string): string {
  const [, stem, digits] = /^(.*?)((?:_?\d+)*)$/.exec(name) as unknown as [string, string, string];
  const tex = new SymbolNode(stem).toTex().trim();
  const word = /^\\[a-zA-Z]+$/.test(tex) ? tex : `\\mathrm{${tex}}`;
  const letter = stem.length === 1 ? stem : word;
  return digits === '' ? letter : `${letter}_{${digits.replace(/^_/, '').replaceAll('_', ',')}}`;
}

type TexOptions = Parameters<MathNode['toTex']>[0];

function texHandler(node: MathNode, options: TexOptions): string | undefined {
  if (mathjs.isSymbolNode(node)) return nameToTex(node.name);
  if (mathjs.isFunctionNode(node)) return functionToTex(node.fn.toString(), node.args, options);
  if (mathjs.isOperatorNode(node) && node.fn === 'pow') return powerToTex(node.args, options);
  if (!mathjs.isOperatorNode(node)) return undefined;
  const factors = node.args.map((factor) => {
    const tex = factor.toTex(options).trim();
    return isSum(factor) ? `\\left(${tex}\\right)` : tex;
  });
  if (node.fn === 'multiply') return factors.join(' \\, ');
  return node.fn === 'unaryMinus' ? `-${factors[0]}` : undefined;
}

function functionToTex(name: string, args: readonly MathNode[], options: TexOptions): string | undefined {
  const [tex, second, ...others] = args.map((argument) => argument.toTex(options).trim());
  switch (name) {
    case 'partial':
      return partialToTex(args[0] as CalledFunction, [second, ...others].map(Number), options);
    case 'exp':
      return `e^{${tex}}`;
    case 'lgamma':
      return `\\ln\\Gamma\\left(${tex}\\right)`;
    case 'digamma':
      return `\\psi\\left(${tex}\\right)`;
    case 'polygamma':
      return `\\psi_{${tex}}\\left(${second}\\right)`;
    default:
      if (Object.hasOwn(namedFunctions, name)) return undefined; // mathjs knows them
      return `${nameToTex(name)}\\left(${[tex, second, ...others].filter((part) => part !== undefined).join(', ')}\\right)`;
  }
}

function partialToTex(of: CalledFunction, orders: readonly number[], options: TexOptions): string {
  const name = nameToTex(of.fn.toString());
  const args = `\\left(${of.args.map((argument) => argument.toTex(options).trim()).join(', ')}\\right)`;
  const names = of.args.map((argument) => argument.toString());
  if (orders.length === 1) return `${name}${orders[0] < 4 ? "'".repeat(orders[0]) : `^{(${orders[0]})}`}${args}`;
  if (!of.args.every(mathjs.isSymbolNode) || new Set(names).size < names.length) {
    return `${name}^{(${orders.join(',')})}${args}`;
  }
  const partials = orders.flatMap((order, k) => {
    const partial = `\\partial_{${nameToTex(names[k])}}`;
    return order === 0 ? [] : [order === 1 ? partial : `${partial}^{${order}}`];
  });
  return `${partials.join(' ')} ${name}${args}`;
}

/** Exponents go behind the argument of psi_1(k)^2; log Gamma, a word of its own, is bracketed first. */
function powerToTex([base, exponent]: readonly MathNode[], options: TexOptions): string | undefined {
  const name = mathjs.isFunctionNode(base) ? base.fn.toString() : '';
  if (!/gamma$/.test(name)) return undefined;
  const tex = base.toTex(options).trim();
  return `${name === 'lgamma' ? `\\left(${tex}\\right)` : tex}^{${exponent.toTex(options).trim()}}`;
}

function isSum(node: MathNode): boolean {
  return mathjs.isOperatorNode(node) && ['add', 'subtract', 'unaryMinus'].includes(node.fn);
}

/** What a closed form is printed from: sign (numerator factors) / (denominator factors). */
interface Factored {
  readonly negative: boolean;
  readonly numerator: readonly MathNode[];
  readonly denominator: readonly MathNode[];
}

/** Where a minus goes: before the first factor, which text needs, or before the whole fraction, which print likes. */
type MinusPlace = 'inside' | 'outside';

function nodeOf(forms: ClosedForms, a: ClosedForm, minusPlace: MinusPlace): MathNode {
  if (forms.isZero(a)) return new ConstantNode(0);
  const { negative, numerator, denominator } = factored(forms, a, minusPlace);
  const inside = negative && minusPlace === 'inside';
  const top = productOf(inside ? negatedFirst(numerator) : numerator);
  const quotient = denominator.length === 0 ? top : binary('divide', top, productOf(denominator));
  return negative && !inside ? minus(quotient) : quotient;
}

function negatedFirst([first, ...others]: readonly MathNode[]): MathNode[] {
  if (first === undefined) return [new ConstantNode(-1)];
  return [
    mathjs.isConstantNode(first) ? integerNode(negateInteger(first.value as unknown as Integer)) : minus(first),
    ...others,
  ];
}

function minus(node: MathNode): MathNode {
  return new OperatorNode('-', 'unaryMinus', [node]) as unknown as MathNode;
}

function factored(forms: ClosedForms, a: ClosedForm, minusPlace: MinusPlace): Factored {
  const [top, bottom] = [a.numerator, a.denominator].map((p) => split(p));
  // 1 - theta reads better than theta - 1, so sums that end negative are turned round, unless that costs a minus.
  const turned = new Set([...top.sums, ...bottom.sums].filter(({ factor }) => endsNegative(factor)));
  const odd = [...turned].filter(({ multiplicity }) => multiplicity % 2 === 1);
  let negative = (top.negative !== bottom.negative) !== (odd.length % 2 === 1);
  if (negative && odd.length > 0) {
    turned.delete(odd[0]);
    negative = false;
  }
  const exponents = top.exponents.map((e, index) => [e, bottom.exponents[index] ?? 0]);
  for (const e of bottom.exponents.slice(exponents.length)) exponents.push([0, e]);
  const isExp = (index: number): boolean => forms.kernels[index].kind === 'exp';
  const monomial = (side: number): number[] =>
    exponents.map((pair, index) => (isExp(index) ? (side === 0 ? pair[0] - pair[1] : 0) : pair[side]));
  const [numerator, denominator] = [top, bottom].map(({ content, sums }, side) => [
    ...(content === 1 ? [] : [integerNode(content)]),
    ...monomialNodes(forms, monomial(side), minusPlace),
    ...sums.map((sum) => powerOf(sumNode(forms, sum.factor, turned.has(sum), minusPlace), rational(sum.multiplicity))),
  ]);
  return { negative, numerator, denominator };
}

function endsNegative(p: Polynomial): boolean {
  return p.coefficients[p.coefficients.length - 1] < 0;
}

interface Sum {
  readonly factor: Polynomial;
  readonly multiplicity: number;
}

function split(p: Polynomial) {
  const content = integerContent(p);
  const exponents = monomialContent(p);
  const shifted = shiftExponents(
    p,
    exponents.map((e) => 0 - e),
  );
  const scaled = rationalFunctions.divide(
    { numerator: shifted, denominator: rationalFunctions.one.numerator },
    rationalFunctions.fromInteger(leadingCoefficient(p) < 0 ? negateInteger(content) : content),
  ).numerator;
  const sums: Sum[] = squareFreeFactors(scaled, gcdOfPolynomials).map(({ factor, multiplicity }) => ({
    factor:
      leadingCoefficient(factor) < 0
        ? rationalFunctions.negate({ numerator: factor, denominator: factor }).numerator
        : factor,
    multiplicity,
  }));
  return { content, negative: leadingCoefficient(p) < 0, exponents, sums };
}

/** The factors of a monomial; exponentials are gathered into one. */
function monomialNodes(forms: ClosedForms, exponents: readonly number[], minusPlace: MinusPlace): MathNode[] {
  const factors: MathNode[] = [];
  let exponent = rationalFunctions.zero;
  exponents.forEach((e, index) => {
    const kernel = forms.kernels[index];
    if (e === 0) return;
    if (kernel.kind === 'exp') {
      exponent = forms.add(exponent, forms.multiply(forms.fromInteger(e), kernel.argument));
      return;
    }
    factors.push(powerOf(kernelNode(forms, kernel, minusPlace), rationals.multiply(exponentUnit(kernel), rational(e))));
  });
  if (!forms.isZero(exponent))
    factors.push(new FunctionNode(new SymbolNode('exp'), [nodeOf(forms, exponent, minusPlace)]));
  return factors;
}

function kernelNode(forms: ClosedForms, kernel: Kernel, minusPlace: MinusPlace): MathNode {
  const applied = (name: string, ...before: readonly MathNode[]): MathNode =>
    new FunctionNode(new SymbolNode(name), [
      ...before,
      nodeOf(forms, (kernel as { argument: ClosedForm }).argument, minusPlace),
    ]);
  switch (kernel.kind) {
    case 'symbol':
      return new SymbolNode(kernel.name);
    case 'exp':
    case 'log':
      return applied(kernel.kind);
    case 'polygamma': {
      if (kernel.order <= 0) return applied(kernel.order < 0 ? 'lgamma' : 'digamma');
      return applied('polygamma', integerNode(kernel.order));
    }
    case 'unknown': {
      const args = kernel.arguments.map((argument) => nodeOf(forms, argument, minusPlace));
      const value = new FunctionNode(new SymbolNode(kernel.name), args);
      if (kernel.orders.every((order) => order === 0)) return value;
      return new FunctionNode(new SymbolNode('partial'), [value, ...kernel.orders.map(integerNode)]);
    }
  }
}

function sumNode(forms: ClosedForms, p: Polynomial, negated: boolean, minusPlace: MinusPlace): MathNode {
  const terms = termsOf(p).map(({ coefficient, monomial }) => {
    const factors = monomialNodes(forms, Array.from(monomial.exponents), minusPlace);
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
