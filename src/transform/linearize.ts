import { defineProgram, type Program } from '../program/index.ts';
import { type Differentiation, jvp } from './jvp.ts';
import { simplify } from './simplify.ts';
import { stage } from './stage.ts';

/** A program split at a point into its value and its derivative there; see `linearize`. */
export interface Linearization {
  /** From the inputs to the outputs and the residuals: all that the derivative needs of the point. */
  readonly primal: Program;
  /** From residuals, tangents (and those inputs that it uses as they are) to the tangents of outputs; linear in the tangents. */
  readonly tangent: Program;
  /** Names of the residuals: outputs of `primal`, inputs of `tangent`. */
  readonly residuals: readonly string[];
  /** Names of the tangents among the inputs of `tangent`, in the order of `wrt`. */
  readonly tangents: readonly string[];
}

/**
 * Splits jvp(f) into what depends on the point alone and what is linear in the tangents. Running `primal` once and
 * `tangent` many times applies one Jacobian to many vectors without repeating the forward pass; `transpose` of
 * `tangent` with respect to `tangents` applies its transpose. Inputs of `tangent` that are no residuals and no
 * tangents keep the names they have in the program. Names of tangents are those of `jvp`; residuals are `r_0`, `r_1`, ...
 */
export function linearize(program: Program, differentiation: Differentiation): Linearization {
  const derivative = simplify(jvp(program, differentiation));
  const derivatives = derivative.outputs.slice(program.outputs.length).map((port) => port.name);
  const { early, late, residuals } = stage(derivative, {
    early: program.inputs.map((port) => port.name),
    late: derivatives,
  });
  return {
    primal: defineProgram({ ...early, name: `primal_${program.name}` }),
    tangent: defineProgram({ ...late, name: `tangent_${program.name}` }),
    residuals,
    tangents: derivative.inputs.slice(program.inputs.length).map((port) => port.name),
  };
}
