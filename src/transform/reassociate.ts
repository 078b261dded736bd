import { type Builder, buildProgram, type Equation, type Program, type Variable } from '../program/index.ts';
import { definition, dependents } from './dependence.ts';
import { portsNamed } from './naming.ts';
import { removeDeadCode } from './outputs.ts';

/** A matrix or its transpose as a factor of a product. */
interface Factor {
  readonly variable: Variable;
  readonly transposed: boolean;
}

/** At most this many entries of a product that is kept. */
const keptEntries = 2 ** 26;

/**
 * The same program with products of three matrices taken in the other order, A (B c) as (A B) c, where A and B depend on the
 * inputs `fixed` alone and c does not, and that leaves fewer multiplications to the part that varies: `stage` then finds A B
 * among what is done once. The same numbers up to rounding.
 *
 * Throws InputError at an unknown name.
 */
export function reassociate(program: Program, fixed: readonly string[]): Program {
  const first = portsNamed(program, 'inputs', fixed);
  const varies = dependents(
    program,
    program.inputs.filter((input) => !first.includes(input)),
  );
  const types = Object.fromEntries(program.inputs.map(({ name, variable }) => [name, variable.type]));
  const rewritten = buildProgram(program.name, types, (b, variables) => {
    const values = program.inputs.map(({ name }) => variables[name]!);
    for (const equation of program.equations) {
      const chain = betterChain(program, equation, varies);
      const written = (variable: Variable): Variable => values[variable.id]!;
      values.push(
        chain
          ? product(b, chain, written)
          : b.emit(equation.primitive, equation.operands.map(written), equation.attributes),
      );
    }
    return Object.fromEntries(program.outputs.map(({ name, variable }) => [name, values[variable.id]!]));
  });
  return removeDeadCode(rewritten);
}

/** Three factors of which two neighbours are fixed: (inner[0] inner[1]) outer, or outer (inner[0] inner[1]). */
interface Chain {
  readonly inner: readonly [Factor, Factor];
  readonly outer: Factor;
  readonly side: 'left' | 'right';
}

function betterChain(program: Program, equation: Equation, varies: readonly boolean[]): Chain | undefined {
  const outer = factorsOf(equation);
  if (!outer) return undefined;
  const [left, right] = outer;
  const expanded = (factor: Factor): readonly [Factor, Factor] | undefined => {
    const made = definition(program, factor.variable);
    const inner = made && factorsOf(made);
    if (!inner || !factor.transposed) return inner;
    return [turned(inner[1]), turned(inner[0])];
  };
  const isFixed = ({ variable }: Factor): boolean => !varies[variable.id];
  const fits = (kept: readonly [Factor, Factor], last: Factor, middle: number): boolean => {
    const [rows, columns] = [rowsOf(kept[0]), columnsOf(kept[1])];
    const [before, after] = [middle * (rows + columns), rows * columns];
    return kept.every(isFixed) && !isFixed(last) && after < before && after <= keptEntries;
  };
  const [inRight, inLeft] = [expanded(right), expanded(left)];
  // The width of the factor that varies counts in both orders alike; the inner side of the fixed two is `middle`.
  if (inRight && fits([left, inRight[0]], inRight[1], columnsOf(left)))
    return { inner: [left, inRight[0]], outer: inRight[1], side: 'left' };
  if (inLeft && fits([inLeft[1], right], inLeft[0], rowsOf(right)))
    return { inner: [inLeft[1], right], outer: inLeft[0], side: 'right' };
  return undefined;
}

function factorsOf(equation: Equation): readonly [Factor, Factor] | undefined {
  if (equation.primitive !== 'matmul' || equation.result.type.shape.length !== 2) return undefined;
  const [left, right] = equation.operands as readonly [Variable, Variable];
  const { transposeLeft, transposeRight } = equation.attributes;
  return [
    { variable: left, transposed: transposeLeft },
    { variable: right, transposed: transposeRight },
  ];
}

function turned({ variable, transposed }: Factor): Factor {
  return { variable, transposed: !transposed };
}

function rowsOf({ variable, transposed }: Factor): number {
  return variable.type.shape[transposed ? 1 : 0]!;
}

function columnsOf(factor: Factor): number {
  return rowsOf(turned(factor));
}

function product(b: Builder, { inner, outer, side }: Chain, written: (variable: Variable) => Variable): Variable {
  const [x, y] = inner;
  const kept = b.matmul(written(x.variable), written(y.variable), {
    transposeLeft: x.transposed,
    transposeRight: y.transposed,
  });
  const last = written(outer.variable);
  return side === 'left'
    ? b.matmul(kept, last, { transposeRight: outer.transposed })
    : b.matmul(last, kept, { transposeLeft: outer.transposed });
}
