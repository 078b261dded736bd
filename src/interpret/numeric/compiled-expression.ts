import {
  constantValue,
  type ElementaryField,
  type Expression,
  evaluateExpression,
  partsOf,
  withParts,
} from '../../calculus/index.ts';

/**
 * An expression as a function of the sample, compiled for one field: parts that are free of the sample variables are
 * evaluated once, when they are first needed. `fixed` gives the other names a meaning. Agrees with
 * {@link evaluateExpression}.
 */
export function compiledExpression<E>(
  field: ElementaryField<E>,
  e: Expression,
  variables: readonly string[],
  fixed: (name: string) => E,
): (sample: readonly E[]) => E {
  type Compiled = (sample: readonly E[]) => E;
  const ofSample = (part: Expression): boolean =>
    part.kind === 'symbol' ? variables.includes(part.name) : partsOf(part).some(ofSample);
  const compile = (part: Expression): Compiled => {
    if (ofSample(part)) return varying(part);
    let value: E | undefined;
    return () => {
      value ??= evaluateExpression(field, part, fixed);
      return value;
    };
  };
  const varying = (part: Expression): Compiled => {
    if (part.kind === 'symbol') {
      const place = variables.indexOf(part.name);
      return (sample) => sample[place];
    }
    const parts = partsOf(part).map(compile);
    const [first, second] = parts;
    switch (part.kind) {
      case 'add':
        return (sample) => field.sum(parts.map((value) => value(sample)));
      case 'multiply':
        return (sample) => parts.map((value) => value(sample)).reduce(field.multiply);
      case 'negate':
        return (sample) => field.negate(first(sample));
      case 'divide':
        return (sample) => field.divide(first(sample), second(sample));
      case 'power': {
        const exponent = constantValue(part.exponent);
        if (exponent !== null) return (sample) => field.power(first(sample), exponent);
        return (sample) => field.exp(field.multiply(second(sample), field.log(first(sample))));
      }
      default: {
        const names = parts.map((_, k) => `part ${k}`);
        const template = withParts(
          part,
          names.map((name) => ({ kind: 'symbol', name })),
        );
        return (sample) => {
          const values = parts.map((value) => value(sample));
          return evaluateExpression(field, template, (name) => values[names.indexOf(name)]);
        };
      }
    }
  };
  return compile(e);
}
