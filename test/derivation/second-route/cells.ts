import type { Value } from './dual-number.ts';

/** The place of a name's value while formulas are evaluated; `undefined` where it is not bound. */
export interface Cell {
  readonly name: string;
  value: Value | undefined;
}

/** The meaning of a part of a formula: its value for the present values of the cells that it reads. */
export interface Meaning {
  readonly reads: ReadonlySet<Cell>;
  readonly value: () => Value;
}

/** What `run` gives while a cell has a value. */
export function during<V>(cell: Cell, value: Value, run: () => V): V {
  const before = cell.value;
  cell.value = value;
  try {
    return run();
  } finally {
    cell.value = before;
  }
}

/** What `run` gives while several cells have values. */
export function duringAll<V>(cells: readonly Cell[], values: readonly Value[], run: () => V): V {
  const before = cells.map((cell) => cell.value);
  cells.forEach((cell, place) => {
    cell.value = values[place];
  });
  try {
    return run();
  } finally {
    cells.forEach((cell, place) => {
      cell.value = before[place];
    });
  }
}

/** All cells that some sets have, but for those that are bound. */
export function readsOf(sets: readonly Iterable<Cell>[], bound: readonly Cell[] = []): ReadonlySet<Cell> {
  const all = new Set(sets.flatMap((set) => [...set]));
  for (const cell of bound) all.delete(cell);
  return all;
}

/**
 * The same function, computed again only where a cell that it reads has another value than in its last `many`
 * computations. Values are compared as objects: what is equal without being the same is computed again.
 */
export function remembered<V>(reads: ReadonlySet<Cell>, compute: () => V, many = 1): () => V {
  const cells = [...reads];
  const entries: { readonly at: readonly (Value | undefined)[]; readonly result: V }[] = [];
  let oldest = 0;
  return () => {
    for (const { at, result } of entries)
      if (cells.every((cell, place) => Object.is(cell.value, at[place]))) return result;
    const at = cells.map((cell) => cell.value);
    const result = compute();
    if (entries.length < many) entries.push({ at, result });
    else {
      entries[oldest] = { at, result };
      oldest = (oldest + 1) % many;
    }
    return result;
  };
}
