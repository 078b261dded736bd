import type { RationalFunction } from '../algebra/index.ts';
import type { Forms } from './forms.ts';
import type { PointVariable } from './space.ts';
import { substitute } from './substitution.ts';
import type { Term } from './term.ts';

/** A determinant in canonical form: its two variables named by their levels, its entries in canonical form. */
export function determinantForm(
  forms: Forms,
  { rows, columns, of }: Extract<Term, { kind: 'determinant' }>,
  depth: number,
): RationalFunction {
  const [row, column]: readonly PointVariable[] = [
    { ...rows, name: `#${depth}` },
    { ...columns, name: `#${depth + 1}` },
  ];
  const entry = substitute(of, {
    points: new Map([
      [rows.name, row],
      [columns.name, column],
    ]),
  });
  const body = forms.atoms.toTerm(forms.value(entry, depth + 2));
  return forms.atom({ kind: 'determinant', rows: row, columns: column, of: body }, depth);
}
