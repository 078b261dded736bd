import { LuDecomposition, Matrix } from 'ml-matrix';
import { FisherRaoError } from '../errors.ts';
import { type ChebyshevGrid, chebyshevGrid } from './chebyshev.ts';
import { type Curve, evenlyPaced, joinedCurves } from './curve.ts';
import type { Acceleration, GeodesicEquation } from './equation.ts';

/** A geodesic between two points, as a polynomial in time from 0 to 1 in the charts of its equation. */
export interface GeodesicSegment {
  readonly grid: ChebyshevGrid;
  /** `path[k]` is the position at node k. */
  readonly path: readonly (readonly number[])[];
  readonly length: number;
  /** How far the length still changed with the degree, and how far the speed is from constant: as a length. */
  readonly error: number;
  /** The velocity at time 0. */
  readonly velocity: readonly number[];
}

/** Degrees from which the solution may start, and how far it is refined. */
const firstDegrees = [12, 32];
const lastDegree = 384;
/** Unknowns of the largest system that is still solved. */
const mostUnknowns = 800;
const settled = 1e-12;
const mostIterations = 16;
const leastDamping = 1 / 64;
const shortestContinuation = 1 / 32;

/**
 * Solves the geodesic equation with both ends given: collocation at Chebyshev points by Newton's method with damping,
 * continuation in the second end where that fails, and the degree doubled until the length settles. It starts from a
 * `curve` between the points at even speed. `null` where no geodesic was found.
 */
export function geodesicBetween(equation: GeodesicEquation, curve: Curve): GeodesicSegment | null {
  for (const degree of firstDegrees) {
    const path = solved(equation, chebyshevGrid(degree), curve);
    if (path !== null) return refined(equation, path);
  }
  const path = continued(equation, curve);
  return path === null ? null : refined(equation, path);
}

/** A collocation polynomial. */
interface Polynomial {
  readonly grid: ChebyshevGrid;
  readonly path: readonly (readonly number[])[];
}

function evaluated({ grid, path }: Polynomial): Curve {
  return (time) =>
    path[0].map((_, i) =>
      grid.interpolate(
        path.map((u) => u[i]),
        time,
      ),
    );
}

function refined(equation: GeodesicEquation, start: Polynomial): GeodesicSegment | null {
  let best = start;
  let found = measured(equation, best);
  let change = Number.POSITIVE_INFINITY;
  while (2 * best.grid.degree <= Math.min(lastDegree, mostUnknowns / equation.dimension)) {
    const finer = solved(equation, chebyshevGrid(2 * best.grid.degree), evaluated(best));
    if (finer === null) return null;
    const before = found.length;
    best = finer;
    found = measured(equation, best);
    change = Math.abs(found.length - before);
    if (change + found.unevenness <= settled * Math.max(1, found.length)) break;
  }
  return { ...best, length: found.length, error: change + found.unevenness, velocity: found.velocities[0] };
}

/** Moves the second end outwards along the curve, each solution lengthened to start the next. */
function continued(equation: GeodesicEquation, curve: Curve): Polynomial | null {
  const grid = chebyshevGrid(firstDegrees[1]);
  let [reached, step] = [0, 1 / 4];
  let known: Polynomial | null = null;
  while (reached < 1) {
    const next: number = Math.min(1, reached + step);
    const start = lengthened(equation, known, (time) => curve(reached + time * (next - reached)));
    const there = start === null ? null : solved(equation, grid, start);
    if (there === null) step /= 2;
    else [known, reached, step] = [there, next, 2 * step];
    if (step < shortestContinuation) return null;
  }
  return known;
}

/** A known solution and a curve from its end, at even speed; the curve alone where nothing is known yet. */
function lengthened(equation: GeodesicEquation, known: Polynomial | null, curve: Curve): Curve | null {
  if (known === null) return curve;
  return evenlyPaced(equation, joinedCurves(evaluated(known), curve))?.curve ?? null;
}

/** Newton's method on the collocation equations, which keeps the ends of the curve where it starts. */
function solved(equation: GeodesicEquation, grid: ChebyshevGrid, start: Curve): Polynomial | null {
  let path = grid.nodes.map((time) => [...start(time)]);
  let state = linearised(equation, grid, path);
  for (let iteration = 0; state !== null && iteration < mostIterations; iteration++) {
    const correction = newtonCorrection(grid, state);
    if (correction === null) return null;
    const next = damped(equation, grid, path, correction, state.residual);
    if (next === null) return null;
    [path, state] = [next.path, next.state];
    if (next.converged) return { grid, path };
  }
  return null;
}

/** What the equations at the nodes lack, and the accelerations there. */
interface Linearisation {
  readonly residual: number[][];
  readonly accelerations: readonly Acceleration[];
}

function linearised(
  equation: GeodesicEquation,
  grid: ChebyshevGrid,
  path: readonly (readonly number[])[],
): Linearisation | null {
  try {
    const velocities = differentiated(grid, path);
    const second = differentiated(grid, velocities);
    const accelerations = path.map((u, k) => equation.linearised(u, velocities[k]));
    const residual = second.map((row, k) => row.map((value, i) => value - accelerations[k].value[i]));
    return residual.flat().every(Number.isFinite) ? { residual, accelerations } : null;
  } catch (error) {
    if (error instanceof FisherRaoError) return null;
    throw error;
  }
}

/**
 * A damped step, accepted where the correction that the same matrix gives at its end is smaller: a test that does not
 * depend on how the equations are scaled [Deuflhard 2004, Newton Methods for Nonlinear Problems] (3.3.1).
 */
function damped(
  equation: GeodesicEquation,
  grid: ChebyshevGrid,
  path: readonly (readonly number[])[],
  correction: Correction,
  residual: number[][],
): { path: number[][]; state: Linearisation; converged: boolean } | null {
  const step = correction(residual);
  const size = norm(step);
  for (let factor = 1; factor >= leastDamping; factor /= 2) {
    const moved = path.map((u, k) => u.map((value, i) => value + factor * step[k][i]));
    const state = linearised(equation, grid, moved);
    if (state === null) continue;
    // Corrections at the level of rounding need not become smaller any more.
    if (factor === 1 && size < 1e-11 * Math.max(1, norm(path))) return { path: moved, state, converged: true };
    if (norm(correction(state.residual)) <= (1 - factor / 4) * size) return { path: moved, state, converged: false };
  }
  return null;
}

function norm(rows: readonly (readonly number[])[]): number {
  return Math.max(...rows.map((row) => Math.hypot(...row)));
}

/** The Newton step for a residual by one linearisation. */
type Correction = (residual: number[][]) => number[][];

function newtonCorrection(grid: ChebyshevGrid, { accelerations }: Linearisation): Correction | null {
  const n = accelerations[0].value.length;
  const rows = Array.from({ length: (grid.degree - 1) * n }, (_, row) => row + n);
  const system = new LuDecomposition(collocationMatrix(grid, accelerations).selection(rows, rows));
  if (system.isSingular()) return null;
  return (residual) => {
    const right = Matrix.columnVector(residual.slice(1, -1).flatMap((row) => row.map((value) => -value)));
    const step = system.solve(right);
    return residual.map((row, k) =>
      row.map((_, i) => (k === 0 || k === grid.degree ? 0 : step.get((k - 1) * n + i, 0))),
    );
  };
}

/** The linearised equations J'' - (da/dv) J' - (da/du) J at all nodes; unknown k n + i is component i at node k. */
function collocationMatrix(grid: ChebyshevGrid, accelerations: readonly Acceleration[]): Matrix {
  const D = grid.differentiation;
  const n = accelerations[0].value.length;
  const size = (grid.degree + 1) * n;
  const matrix = Matrix.zeros(size, size);
  const second = D.map((row) => row.map((_, m) => row.reduce((sum, value, l) => sum + value * D[l][m], 0)));
  accelerations.forEach(({ byPosition, byVelocity }, k) => {
    for (let m = 0; m <= grid.degree; m++) {
      for (let i = 0; i < n; i++) {
        for (let j = 0; j < n; j++) {
          let value = -byVelocity[i][j] * D[k][m];
          if (i === j) value += second[k][m];
          if (k === m) value -= byPosition[i][j];
          matrix.set(k * n + i, m * n + j, value);
        }
      }
    }
  });
  return matrix;
}

function differentiated(grid: ChebyshevGrid, values: readonly (readonly number[])[]): number[][] {
  return grid.differentiation.map((row) =>
    values[0].map((_, i) => row.reduce((sum, weight, k) => sum + weight * values[k][i], 0)),
  );
}

function measured(equation: GeodesicEquation, { grid, path }: Polynomial) {
  const velocities = differentiated(grid, path);
  const speeds = path.map((u, k) => Math.sqrt(equation.squaredSpeed(u, velocities[k])));
  const length = speeds.reduce((sum, speed, k) => sum + grid.weights[k] * speed, 0);
  return { length, velocities, unevenness: Math.max(...speeds.map((speed) => Math.abs(speed - length))) };
}

/**
 * Whether a point conjugate to the start lies on the segment before its end: a Jacobi field that vanishes at both. Then
 * the segment is not the shortest path even among those nearby.
 */
export function hasConjugatePoint(equation: GeodesicEquation, { grid, path }: GeodesicSegment): boolean {
  const n = equation.dimension;
  const velocities = differentiated(grid, path);
  const matrix = collocationMatrix(
    grid,
    path.map((u, k) => equation.linearised(u, velocities[k])),
  );
  // At time 0 the rows of the equation make place for J = 0, and those at time 1 for J' = the unit matrix at time 0.
  for (let i = 0; i < n; i++) {
    for (let column = 0; column < matrix.columns; column++) {
      matrix.set(i, column, column === i ? 1 : 0);
      const node = Math.floor(column / n);
      matrix.set(grid.degree * n + i, column, column % n === i ? grid.differentiation[0][node] : 0);
    }
  }
  const right = Matrix.zeros(matrix.rows, n);
  for (let i = 0; i < n; i++) right.set(grid.degree * n + i, i, 1);
  const fields = new LuDecomposition(matrix).solve(right);
  // det J(t)/t^n starts at one.
  return grid.nodes.slice(1).some((time, k) => {
    const rows = Array.from({ length: n }, (_, i) => (k + 1) * n + i);
    const block = fields.selection(
      rows,
      Array.from({ length: n }, (_, i) => i),
    );
    return !(new LuDecomposition(block.div(time)).determinant > 0);
  });
}
