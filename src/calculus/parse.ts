import { create, factory, type MathNode, parseDependencies } from 'mathjs/number';
import { parseRational } from '../algebra/index.ts';
import { InputError } from '../errors.ts';
import type { Expression } from './expression.ts';
import { namedFunctions } from './named-functions.ts';

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
  if (text.trim() === '') throw new InputError('expected an expression, got nothing');
  if (text.length > longest) {
    throw new InputError(`an expression of ${text.length} characters exceeds the limit of ${longest}`);
  }
  return fromNode(parsed(text), text);
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

function fromNode(node: MathNode, text: string): Expression {
  const convert = (child: MathNode): Expression => fromNode(child, text);
  if (mathjs.isParenthesisNode(node)) return convert(node.content);
  if (mathjs.isSymbolNode(node)) return { kind: 'symbol', name: node.name };
  if (mathjs.isConstantNode(node) && typeof node.value === 'object')
    return { kind: 'number', value: parseRational(String(node.value)) };
  if (mathjs.isFunctionNode(node)) return call(node.fn.toString(), node.args.map(convert), node, text);
  if (mathjs.isOperatorNode(node)) return operator(node.fn, node.args.map(convert), node, text);
  throw notUnderstood(node, text);
}

function call(name: string, args: Expression[], node: MathNode, text: string): Expression {
  const applied = Object.hasOwn(namedFunctions, name) ? namedFunctions[name].apply(args) : null;
  if (applied === null) throw notUnderstood(node, text);
  return applied;
}

function operator(name: string, args: Expression[], node: MathNode, text: string): Expression {
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
    default:
      throw notUnderstood(node, text);
  }
}

const usages = Object.values(namedFunctions).map(({ usage }) => usage);

function notUnderstood(node: MathNode, text: string): InputError {
  return new InputError(
    `"${node.toString()}" in "${text}" has no meaning here: expected numbers, names, + - * / ^ and the functions ${usages.join(', ')}`,
  );
}
