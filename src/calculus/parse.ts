import { create, factory, type MathNode, parseDependencies } from 'mathjs/number';
import { parseRational, rationalToNumber } from '../algebra/index.ts';
import { InputError } from '../errors.ts';
import { nearestName } from '../suggestion.ts';
import type { Expression } from './expression.ts';
import { namedFunctions } from './named-functions.ts';
import { checkOrders } from './unknown-function.ts';

// A number in the syntax tree keeps its text, so that 0.1 is one tenth and nothing is rounded.
const createNumeric = factory('numeric', [], () => (text: string) => {
  return text === 'NaN' || text === 'Infinity' ? Number(text) : { toString: () => text };
});
const mathjs = create({ ...parseDependencies, createNumeric });

const longest = 100_000;

/**
 * The expression that a text in mathjs syntax denotes. Throws {@link InputError} with the place for a syntax error, and
 * with the offending part for syntax that has no meaning here (matrices, units, assignments, other functions).
 */
export function parseExpression(text: string): Expression {
  return parseWithFunctions(text, []);
}

/**
 * As {@link parseExpression}, with names of undetermined functions, which shadow others: `f(x, y)`, and
 * `partial(f(x, y), 1, 2)` for its derivative once along the first and twice along the second argument.
 */
export function parseWithFunctions(text: string, functions: readonly string[]): Expression {
  checkText(text);
  return fromNode(parsed(text), { text, functions, absolute: false, depth: 0 });
}

/**
 * As {@link parseExpression}, with abs(u) and sign(u), which are undetermined functions of these names in what is
 * returned: neither is a function that one can differentiate everywhere, so the caller has to replace them.
 */
export function parseWithAbsoluteValues(text: string): Expression {
  checkText(text);
  return fromNode(parsed(text), { text, functions: [], absolute: true, depth: 0 });
}

function checkText(text: string): void {
  if (text.trim() === '') throw new InputError('expected an expression, got nothing');
  if (text.length > longest) {
    throw new InputError(`an expression of ${text.length} characters exceeds the limit of ${longest}`);
  }
}

function parsed(text: string): MathNode {
  try {
    return mathjs.parse(text);
  } catch (error) {
    if (error instanceof RangeError) throw new InputError('the expression is nested too deeply to be read');
    if (!(error instanceof SyntaxError)) throw error;
    const place = (error as SyntaxError & { char?: number }).char;
    const pointer = place === undefined ? '' : `\n  ${text}\n  ${' '.repeat(Math.max(0, place - 1))}^`;
    throw new InputError(`cannot read the expression: ${error.message}${pointer}`);
  }
}

/** The deepest nesting that is read; sums and products of any length count once. */
const deepest = 400;

/** The text as a whole, the names of undetermined functions in it, and how deep in it one is. */
interface Source {
  readonly text: string;
  readonly functions: readonly string[];
  /** abs and sign are read. */
  readonly absolute: boolean;
  readonly depth: number;
}

function fromNode(node: MathNode, source: Source): Expression {
  if (source.depth > deepest) throw new InputError(`the expression is nested more than ${deepest} deep`);
  const inner = { ...source, depth: source.depth + 1 };
  const convert = (child: MathNode): Expression => fromNode(child, inner);
  const chain = chainOf(node);
  if (chain !== null) return chain(convert);
  if (mathjs.isParenthesisNode(node)) return convert(node.content);
  if (mathjs.isSymbolNode(node)) return { kind: 'symbol', name: node.name };
  if (mathjs.isConstantNode(node) && typeof node.value === 'object')
    return { kind: 'number', value: parseRational(String(node.value)) };
  if (mathjs.isFunctionNode(node)) return call(node.fn.toString(), node.args.map(convert), node, source);
  if (mathjs.isOperatorNode(node)) return operator(node.fn, node.args.map(convert), node, source);
  throw notUnderstood(node, source);
}

/** The expression of a sum or product of at least three, which the parser nests to the left, as one. */
function chainOf(node: MathNode): ((convert: (child: MathNode) => Expression) => Expression) | null {
  if (!mathjs.isOperatorNode(node) || node.args.length !== 2) return null;
  const isProduct = node.fn === 'multiply';
  if (!(isProduct || node.fn === 'add' || node.fn === 'subtract')) return null;
  const parts: { readonly node: MathNode; readonly negated: boolean }[] = [];
  let rest: MathNode = node;
  while (
    mathjs.isOperatorNode(rest) &&
    rest.args.length === 2 &&
    (isProduct ? rest.fn === 'multiply' : rest.fn === 'add' || rest.fn === 'subtract')
  ) {
    parts.push({ node: rest.args[1], negated: rest.fn === 'subtract' });
    rest = rest.args[0];
  }
  if (parts.length < 2) return null;
  parts.push({ node: rest, negated: false });
  return (convert) => {
    const terms = parts.reverse().map((part): Expression => {
      const value = convert(part.node);
      return part.negated ? { kind: 'negate', of: value } : value;
    });
    return isProduct ? { kind: 'multiply', factors: terms } : { kind: 'add', terms };
  };
}

function call(name: string, args: Expression[], node: MathNode, source: Source): Expression {
  if (source.functions.includes(name)) {
    const orders = args.map(() => 0);
    checkOrders(name, args.length, orders);
    return { kind: 'unknown', name, orders, arguments: args };
  }
  if (source.absolute && absoluteValues.includes(name) && args.length === 1)
    return { kind: 'unknown', name, orders: [0], arguments: args };
  if (name === 'partial' && source.functions.length > 0) return partialDerivative(args, node, source);
  const applied = Object.hasOwn(namedFunctions, name) ? namedFunctions[name].apply(args) : null;
  if (applied === null) throw notUnderstood(node, source);
  return applied;
}

function partialDerivative([of, ...orders]: Expression[], node: MathNode, source: Source): Expression {
  if (of?.kind !== 'unknown') throw notUnderstood(node, source);
  const counts = orders.map((order) => (order.kind === 'number' ? rationalToNumber(order.value) : Number.NaN));
  checkOrders(of.name, of.arguments.length, counts);
  return { ...of, orders: of.orders.map((order, place) => order + counts[place]) };
}

function operator(name: string, args: Expression[], node: MathNode, source: Source): Expression {
  const [first, second] = args;
  switch (name) {
    case 'add':
      return { kind: 'add', terms: args };
    case 'subtract':
      return { kind: 'add', terms: [first, { kind: 'negate', of: second }] };
    case 'multiply':
      return { kind: 'multiply', factors: args };
    case 'divide':
      return { kind: 'divide', numerator: first, denominator: second };
    case 'pow':
      return { kind: 'power', base: first, exponent: second };
    case 'unaryMinus':
      return { kind: 'negate', of: first };
    case 'unaryPlus':
      return first;
    case 'factorial':
      return namedFunctions.factorial.apply(args) ?? first;
    default:
      throw notUnderstood(node, source);
  }
}

const absoluteValues = ['abs', 'sign'];
const usages = Object.values(namedFunctions).map(({ usage }) => usage);

function notUnderstood(node: MathNode, { text, functions, absolute }: Source): InputError {
  const name = mathjs.isFunctionNode(node) ? node.fn.toString() : '';
  if (!absolute && absoluteValues.includes(name))
    return new InputError(
      `"${node.toString()}" in "${text}" has no meaning here: abs(u) and sign(u) are read in densities only; where the sign of u is known, write u or -u`,
    );
  const valid = [...Object.keys(namedFunctions), ...(absolute ? absoluteValues : []), ...functions];
  const meant = name === '' || valid.includes(name) ? undefined : nearestName(name, valid);
  const hint = meant === undefined ? '' : `. Did you mean "${meant}"?`;
  const undetermined = functions.length === 0 ? '' : `, the undetermined ${functions.join(', ')} and partial(f(x), n)`;
  return new InputError(
    `"${node.toString()}" in "${text}" has no meaning here: expected numbers, names, + - * / ^ and the functions ${[...usages, ...(absolute ? ['abs(x)', 'sign(x)'] : [])].join(', ')}${undetermined}${hint}`,
  );
}
