import { scalar, type Variable } from '../../program/index.ts';
import { composedErf } from './composed-erf.ts';
import type { GraphWriter, Placed } from './graph.ts';
import type { Overrides } from './lowering.ts';

/** `where x > 0: positive, where x compares so with 0: equal, else: otherwise`, with operands and results in float32. */
function byComparison(
  graph: GraphWriter,
  { name, shape }: Placed,
  choose: {
    readonly positive: string;
    readonly other: 'Less' | 'Equal';
    readonly whenOther: string;
    readonly otherwise: string;
  },
): Placed {
  const zero = graph.constant(scalar(0, 'float32')).name;
  const compare = (operator: string): string => graph.node(operator, [name, zero], shape).name;
  const rest = graph.node('Where', [compare(choose.other), choose.whenOther, choose.otherwise], shape).name;
  return graph.node('Where', [compare('Greater'), choose.positive, rest], shape);
}

function sign(graph: GraphWriter, [operand]: readonly Variable[]): Placed {
  const x = graph.read(operand!);
  const one = (value: number): string => graph.constant(scalar(value, 'float32')).name;
  // Zero and NaN are their own signs.
  return byComparison(graph, x, { positive: one(1), other: 'Less', whenOther: one(-1), otherwise: x.name });
}

function log(graph: GraphWriter, [operand]: readonly Variable[]): Placed {
  const x = graph.read(operand!);
  const literal = (value: number): string => graph.constant(scalar(value, 'float32')).name;
  return byComparison(graph, x, {
    positive: graph.node('Log', [x.name], x.shape).name,
    other: 'Equal',
    whenOther: literal(Number.NEGATIVE_INFINITY),
    otherwise: literal(Number.NaN),
  });
}

/** Writes elementwise arithmetic on values of one shape. */
function arithmetic(graph: GraphWriter, shape: Placed['shape']) {
  const operand = (value: string | number): string =>
    typeof value === 'string' ? value : graph.constant(scalar(value, 'float32')).name;
  const apply = (operator: string, ...operands: (string | number)[]): string =>
    graph.node(operator, operands.map(operand), shape).name;
  return {
    add: (x: string | number, y: string | number) => apply('Add', x, y),
    subtract: (x: string | number, y: string | number) => apply('Sub', x, y),
    multiply: (x: string | number, y: string | number) => apply('Mul', x, y),
    floor: (x: string) => apply('Floor', x),
  };
}

/** pi/2 as a sum whose first two parts have 11 significant bits, so that their products with whole numbers to 2^13 are exact. */
const halfPi = [1.5703125, 4.837512969970703e-4, 7.549789954891882e-8] as const;

/**
 * sin(x + quarters pi/2): x = k pi/2 + r with r in [-pi/4, pi/4], where the Taylor polynomials of sine and cosine have errors
 * below 3e-8, and the quadrant k + quarters tells which of them, with which sign. Good to |x| = 10^4.
 */
function sineAfter(quarters: 0 | 1): NonNullable<Overrides['sin']> {
  return (graph, [operand]) => {
    const { name, shape } = graph.read(operand!);
    const { add, subtract, multiply, floor } = arithmetic(graph, shape);
    const k = floor(add(multiply(name, 2 / Math.PI), 0.5));
    const r = halfPi.reduce<string>((rest, part) => subtract(rest, multiply(k, part)), name);
    const square = multiply(r, r);
    const polynomial = (first: number, ...rest: number[]): string =>
      add(first, multiply(square, rest.length === 1 ? rest[0]! : polynomial(rest[0]!, ...rest.slice(1))));
    const sine = multiply(r, polynomial(1, -1 / 6, 1 / 120, -1 / 5040, 1 / 362880));
    const cosine = polynomial(1, -1 / 2, 1 / 24, -1 / 720, 1 / 40320);
    const quadrant = add(k, quarters);
    const odd = subtract(quadrant, multiply(floor(multiply(quadrant, 1 / 2)), 2));
    const half = floor(multiply(subtract(quadrant, multiply(floor(multiply(quadrant, 1 / 4)), 4)), 1 / 2));
    const chosen = add(multiply(odd, cosine), multiply(subtract(1, odd), sine));
    return { name: multiply(subtract(1, multiply(half, 2)), chosen), shape };
  };
}

/**
 * What is written in other operators on WebGPU: sign, which its provider does on the CPU only; log, since its shading
 * language leaves the logarithm of what is not positive open (SwiftShader: -88 at 0); sin and cos, to which the language
 * allows an absolute error of 2^-11 and which it leaves open beyond pi; erf, which its provider has to seven digits only.
 */
export const webgpuLowerings: Overrides = { sign, log, sin: sineAfter(0), cos: sineAfter(1), erf: composedErf };
