import { parseRational } from '../algebra/index.ts';
import { DomainError, UnsupportedError } from '../errors.ts';
import { type Declaration, type Family, familyByName, type TypedDensity, typedFamily } from '../families/index.ts';
import {
  densityIntegral,
  hasFiniteSampleSpace,
  type Quantile,
  quantileFunction,
  type RecognisedDensity,
  recogniseDensity,
} from '../interpret/index.ts';
import { finiteHead } from './finite-head.ts';
import type { Head } from './head.ts';
import { type Links, linkedLaw } from './head-link.ts';
import { type LawHead, lawHead } from './law-head.ts';
import { randomSource } from './random.ts';

/**
 * A head as its user declares it: a density in the syntax of `derive` with its variable, parameters and constants, or a family
 * of the catalogue with its sizes and constants; and the links, the parameters as expressions in the outputs z1, z2, ... of
 * one variable. Without links the outputs are the parameters, where these may be any reals.
 */
export type HeadDeclaration = DeclaredDensity | DeclaredFamily;

/** A density: exactly one of `density` and `logDensity`. */
export interface DeclaredDensity {
  readonly density?: string;
  readonly logDensity?: string;
  /** `x natural`. */
  readonly variable: string;
  /** `lambda positive`. */
  readonly parameters: string;
  /** `nu = 3`; each has a value. */
  readonly constants?: string;
  readonly links?: Links;
}

/** A family of the catalogue. */
export interface DeclaredFamily {
  readonly family: string;
  /** Its sizes and constants, such as n: 3. */
  readonly parameters?: Readonly<Record<string, number | string>>;
  readonly links?: Links;
}

/**
 * The head that was declared: its likelihood, Fisher metric, connection and curvature derived by the exact layer from the
 * log-density. Over finitely many states it has the flat embedding 2 sqrt(p). Draws are made from laws of one number
 * and of finitely many states; of others `sample` throws UnsupportedError.
 *
 * @throws InputError for what cannot be read, does not fit together, or is no regular family; DomainError where the integral of
 *   the density diverges; UnsupportedError where it has no closed form.
 */
export function declaredHead(declaration: HeadDeclaration): Head {
  const { typed, family, declared, text, logIntegral } =
    'family' in declaration ? fromCatalogue(declaration) : fromDensity(declaration);
  if (family.sampleSpace.kind === 'macroscopic')
    throw new UnsupportedError(`${text} is given by its potential: it has no density to make a head of`);
  if (family.sampleSpace.kind === 'cut-line')
    throw new UnsupportedError(`${text}: a density with absolute values has no smooth likelihood to make a head of`);
  const { law, links } = linkedLaw(family, declaration.links, declared);
  const description = `${text} with ${Object.entries(links)
    .map(([name, expression]) => `${name} = ${expression}`)
    .join(', ')}`;
  if (hasFiniteSampleSpace(law)) return finiteHead(law, description);
  const drawn = linkedLaw(typed, links).law;
  checkIntegral(drawn, declaration);
  const quantileAt = kept((z) => quantileFunction(drawn, z));
  return lawHead({
    law,
    description,
    draw: (z, random) => quantileAt(z)(random.uniform()),
    ...(logIntegral === undefined ? {} : { logIntegral }),
    ...observedAngle(typed, law),
  });
}

/** As many quantile functions are kept, for draws go over the same samples again and again. */
const mostKept = 4000;

function kept(compute: (z: readonly number[]) => Quantile): (z: readonly number[]) => Quantile {
  const known = new Map<string, Quantile>();
  return (z) => {
    const key = z.join();
    const found = known.get(key) ?? compute(z);
    if (known.size >= mostKept) known.clear();
    known.set(key, found);
    return found;
  };
}

/** A family before it is linked. */
interface Declared {
  /** As it was declared, for draws. */
  readonly typed: Family;
  /** As the exact layer reads it. */
  readonly family: Family;
  readonly declared: readonly Declaration[];
  readonly text: string;
  readonly logIntegral?: number;
}

function fromCatalogue({ family: name, parameters = {} }: DeclaredFamily): Declared {
  const values = Object.entries(parameters).map(([key, value]) => [key, parseRational(String(value))] as const);
  const family = familyByName(name).build({ parameters: Object.fromEntries(values) });
  const given = Object.entries(parameters).map(([key, value]) => `${key} = ${value}`);
  const text = given.length === 0 ? name : `${name} (${given.join(', ')})`;
  return { typed: family, family, declared: [], text };
}

function fromDensity({ density, logDensity, variable, parameters, constants }: DeclaredDensity): Declared {
  const read: TypedDensity = {
    ...(density === undefined ? {} : { density }),
    ...(logDensity === undefined ? {} : { logDensity }),
    variables: variable,
    parameters,
    ...(constants === undefined ? {} : { constants }),
  };
  const typed = typedFamily(read);
  const recognised = recogniseDensity(typed);
  const text = [typed.family.summary, `of ${variable}`, constants].filter((part) => part !== undefined).join(', ');
  return {
    typed: typed.family,
    family: recognised.family,
    declared: typed.parameters,
    text,
    ...integralOf(recognised),
  };
}

function integralOf({ family, normalisation }: RecognisedDensity): { readonly logIntegral?: number } {
  if (normalisation.kind === 'constant') return { logIntegral: Math.log(normalisation.integral) };
  if (normalisation.kind !== 'open' || hasFiniteSampleSpace(family)) return {};
  throw new UnsupportedError(
    'the integral of the density has no closed form here, so that neither has the Fisher metric of the head: write the density with its normalising factor, or as one whose integral is known',
  );
}

/** Where the outputs take the parameters, the integral of a density that was typed must be finite; tried at these. */
const trials = 5;

function checkIntegral(law: Family, declaration: HeadDeclaration): void {
  if ('family' in declaration || law.sampleSpace.variables.length > 1) return;
  const random = randomSource(1);
  for (let trial = 0; trial < trials; trial += 1) {
    const z = law.coordinates.map(() => random.normal());
    try {
      densityIntegral(law, z);
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      const where = z.map((value, i) => `z${i + 1} = ${value.toPrecision(3)}`).join(', ');
      throw new DomainError(
        `at ${where}: ${error.message}. Choose links that keep the parameters to where its integral is finite`,
        {
          cause: error,
        },
      );
    }
  }
}

/** A density of an angle may have been read as one of its cosine and sine; the target remains the angle. */
function observedAngle(typed: Family, law: Family): Pick<LawHead, 'observed'> {
  const { kind, variables } = law.sampleSpace;
  if (typed.sampleSpace.kind !== 'circle' || kind !== 'sphere') return {};
  return {
    observed: {
      targets: 1,
      sample: (b, [angle]) => ({ [variables[0]!]: b.cos(angle!), [variables[1]!]: b.sin(angle!) }),
    },
  };
}
