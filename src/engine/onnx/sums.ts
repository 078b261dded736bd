import type { Equation, EquationOf, Program, Variable } from '../../program/index.ts';

/** A product of two matrices, and what an equation adds to it. */
export interface SumWithProduct {
  readonly product: EquationOf<'matmul'>;
  readonly added: Variable;
}

/**
 * The sums, by the id of their result, of which one term is a product of matrices that nothing else needs: an affine layer,
 * the product rule. One operator computes them. Of two such terms it is the later one.
 */
export function sumsWithProducts(program: Program): ReadonlyMap<number, SumWithProduct> {
  const uses = new Map<number, number>();
  const used = [...program.equations.flatMap(({ operands }) => operands), ...program.outputs.map((o) => o.variable)];
  for (const { id } of used) uses.set(id, (uses.get(id) ?? 0) + 1);
  const products = new Map<number, EquationOf<'matmul'>>();
  const sums = new Map<number, SumWithProduct>();
  for (const equation of program.equations) {
    if (isProductOfMatrices(equation) && uses.get(equation.result.id) === 1) products.set(equation.result.id, equation);
    if (equation.primitive !== 'add') continue;
    const [x, y] = equation.operands as readonly [Variable, Variable];
    const [product] = [x, y].flatMap(({ id }) => products.get(id) ?? []).sort((a, b) => b.result.id - a.result.id);
    if (product) sums.set(equation.result.id, { product, added: product.result.id === x.id ? y : x });
  }
  return sums;
}

function isProductOfMatrices(equation: Equation): equation is EquationOf<'matmul'> {
  return equation.primitive === 'matmul' && equation.result.type.shape.length === 2;
}
