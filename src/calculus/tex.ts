import {
  type FunctionNode as CalledFunction,
  ConstantNodeDependencies,
  create,
  FunctionNodeDependencies,
  type MathNode,
  OperatorNodeDependencies,
  SymbolNodeDependencies,
} from 'mathjs/number';
import { namedFunctions } from './named-functions.ts';

/** The nodes of syntax trees that closed forms are printed through. */
export const nodes = create({
  ...ConstantNodeDependencies,
  ...FunctionNodeDependencies,
  ...OperatorNodeDependencies,
  ...SymbolNodeDependencies,
});

/** A syntax tree in TeX. */
export function nodeToTex(node: MathNode): string {
  return node.toTex({ parenthesis: 'auto', handler: texHandler }).trim();
}

/**
 * A name in TeX: `mu` is \mu, `p12` is p_{12}, `J1_10` is J_{1,10}, `x_m` is x_{m}; a word that is no symbol of TeX stands
 * upright.
 */
export function nameToTex(name: string): string {
  const [head, ...below] = name.split('_');
  const isSubscripted = below.some((part) => /\D/.test(part)) && ![head, ...below].includes('');
  if (!isSubscripted) return plainNameToTex(name);
  const [, letters, digits] = /^(.*?)(\d*)$/.exec(head) as unknown as [string, string, string];
  const subscripts = [...(digits === '' ? [] : [digits]), ...below].map((part) =>
    /^\d+$/.test(part) ? part : plainNameToTex(part),
  );
  return `${plainNameToTex(letters)}_{${subscripts.join(',')}}`;
}

function plainNameToTex(name: string): string {
  const [, stem, digits] = /^(.*?)((?:_?\d+)*)$/.exec(name) as unknown as [string, string, string];
  const tex = new nodes.SymbolNode(stem).toTex().trim();
  const word = /^\\[a-zA-Z]+$/.test(tex) ? tex : `\\mathrm{${tex}}`;
  const [, first, primes] = /^(.)('*)$/u.exec(stem) ?? [];
  const letter = first === undefined ? word : `${letterTex.get(first) ?? first}${primes}`;
  return digits === '' ? letter : `${letter}_{${digits.replace(/^_/, '').replaceAll('_', ',')}}`;
}

/** Letters that TeX knows by name; it has none for those Greek ones that look like Latin ones. */
const letterTex: ReadonlyMap<string, string> = new Map(
  Object.entries({
    ...{ α: 'alpha', β: 'beta', γ: 'gamma', δ: 'delta', ε: 'varepsilon', ζ: 'zeta', η: 'eta', θ: 'theta', ι: 'iota' },
    ...{ κ: 'kappa', λ: 'lambda', μ: 'mu', ν: 'nu', ξ: 'xi', π: 'pi', ρ: 'rho', σ: 'sigma', τ: 'tau', υ: 'upsilon' },
    ...{ φ: 'varphi', ϕ: 'phi', χ: 'chi', ψ: 'psi', ω: 'omega', Γ: 'Gamma', Δ: 'Delta', Θ: 'Theta', Λ: 'Lambda' },
    ...{ Ξ: 'Xi', Π: 'Pi', Σ: 'Sigma', Φ: 'Phi', Ψ: 'Psi', Ω: 'Omega', ℓ: 'ell', '∂': 'partial' },
  }).map(([letter, name]) => [letter, `\\${name}`]),
);

type TexOptions = Parameters<MathNode['toTex']>[0];

function texHandler(node: MathNode, options: TexOptions): string | undefined {
  if (nodes.isSymbolNode(node)) return nameToTex(node.name);
  if (nodes.isFunctionNode(node)) return functionToTex(node.fn.toString(), node.args, options);
  if (nodes.isOperatorNode(node) && node.fn === 'pow') return powerToTex(node.args, options);
  // What is not written here is left unread: reading it here and again there doubles the work at every level.
  if (!nodes.isOperatorNode(node) || (node.fn !== 'multiply' && node.fn !== 'unaryMinus')) return undefined;
  const factors = node.args.map((factor) => {
    const tex = factor.toTex(options).trim();
    return isSum(factor) ? `\\left(${tex}\\right)` : tex;
  });
  if (node.fn === 'multiply') return factors.join(' \\, ');
  return `-${factors[0]}`;
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
    case 'besseli':
      return `I_{${tex}}\\left(${second}\\right)`;
    case 'erf':
      return `\\operatorname{erf}\\left(${tex}\\right)`;
    case 'sin':
    case 'cos':
    case 'sinh':
    case 'cosh':
    case 'tan':
      return `\\${name}${bracketed(args[0], tex)}`;
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
  if (!of.args.every(nodes.isSymbolNode) || new Set(names).size < names.length) {
    return `${name}^{(${orders.join(',')})}${args}`;
  }
  const partials = orders.flatMap((order, k) => {
    const partial = `\\partial_{${nameToTex(names[k])}}`;
    return order === 0 ? [] : [order === 1 ? partial : `${partial}^{${order}}`];
  });
  return `${partials.join(' ')} ${name}${args}`;
}

/** Exponents go behind the argument of psi_1(k)^2 and before that of sin^2(x); log Gamma, a word of its own, is bracketed first. */
function powerToTex([base, exponent]: readonly MathNode[], options: TexOptions): string | undefined {
  const name = nodes.isFunctionNode(base) ? base.fn.toString() : '';
  const raised = exponent.toTex(options).trim();
  if (isTrigonometric(name)) {
    const [argument] = (base as CalledFunction).args;
    const tex = argument.toTex(options).trim();
    return `\\${name}^{${raised}}${bracketed(argument, tex)}`;
  }
  if (!/gamma$|^besseli$|^erf$/.test(name)) return undefined;
  const tex = base.toTex(options).trim();
  return `${name === 'lgamma' ? `\\left(${tex}\\right)` : tex}^{${raised}}`;
}

function isTrigonometric(name: string): boolean {
  return /^(sin|cos|tan|sinh|cosh)$/.test(name);
}

function bracketed(argument: MathNode, tex: string): string {
  return nodes.isSymbolNode(argument) ? ` ${tex}` : `\\left(${tex}\\right)`;
}

function isSum(node: MathNode): boolean {
  return nodes.isOperatorNode(node) && ['add', 'subtract', 'unaryMinus'].includes(node.fn);
}
