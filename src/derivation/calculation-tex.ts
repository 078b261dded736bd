import { create, type MathNode, parseDependencies } from 'mathjs/number';
import { nameToTex } from '../calculus/index.ts';

const mathjs = create({ ...parseDependencies });

/** A side of a calculation in TeX, as it is written: `E(D(logdensity, mu)^2)` is `\mathrm{E}\left[(\partial_\mu \ell)^2\right]`. */
export function calculationToTex(text: string): string {
  // mathjs puts the sign of multiplication right before a name: \cdot and s would be \cdots.
  return mathjs
    .parse(text)
    .toTex({ handler })
    .replaceAll(/\\cdot(?=[A-Za-z])/g, '\\cdot ');
}

function handler(node: MathNode, options: object): string | undefined {
  if (mathjs.isSymbolNode(node)) return nameTex(node.name);
  if (!mathjs.isFunctionNode(node)) return undefined;
  const write = functions[node.fn.toString()];
  return write === undefined ? undefined : write(node.args.map((arg) => arg.toTex(options)));
}

function nameTex(name: string): string {
  if (name === 'logdensity') return '\\ell';
  return name === 'scalar' ? 'R' : nameToTex(name);
}

const functions: Readonly<Record<string, (args: readonly string[]) => string>> = {
  D: ([of, along]) => `\\partial_{${along}} \\left(${of}\\right)`,
  at: ([of, name, value]) => `\\left.${of}\\right|_{${name} = ${value}}`,
  sum: ([of, index, from, to]) => `\\sum_{${index} = ${from}}^{${to}} \\left(${of}\\right)`,
  E: ([of]) => `\\mathrm{E}\\left[${of}\\right]`,
  metric: ([i, j]) => `g_{${i} ${j}}`,
  christoffel: ([k, i, j]) => `\\Gamma^{${k}}_{${i} ${j}}`,
  riemann: ([k, l, i, j]) => `R^{${k}}_{${l} ${i} ${j}}`,
  ricci: ([i, j]) => `R_{${i} ${j}}`,
  cubic: ([i, j, k]) => `T_{${i} ${j} ${k}}`,
  lgamma: ([of]) => `\\log \\Gamma\\left(${of}\\right)`,
  digamma: ([of]) => `\\psi\\left(${of}\\right)`,
  polygamma: ([order, of]) => `\\psi^{(${order})}\\left(${of}\\right)`,
};
