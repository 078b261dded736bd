import { describe, expect, it } from 'vitest';
import { printClosedForm } from '../../src/calculus/index.ts';
import { typedFamily } from '../../src/families/index.ts';
import { affineGroup } from '../../src/interpret/affine-group.ts';
import { densityInField } from '../../src/interpret/density-field.ts';

function groupOf(density: string, variables: string, parameters: string): string | null {
  const { family } = typedFamily({ density, variables, parameters });
  const inField = densityInField(family);
  const group = affineGroup(family, inField);
  if (group === null) return null;
  const text = (f: typeof group.scale): string => (f === null ? 'none' : printClosedForm(inField.forms, f));
  return `${text(group.location)}; ${text(group.scale)}; ${text(group.logScale)}`;
}

describe('a location-scale family is recognised', () => {
  it.each([
    ['1/(pi*s*(1+((x-m)/s)^2))', 'x real', 'm real, s positive', 'm; s; '],
    ['1/(1+((x-m)/s)^2)', 'x real', 'm real, s positive', 'm; s; '],
    ['1/(1+(x-m)^2*l^2)', 'x real', 'm real, l positive', 'm; 1 / l; '],
    ['1/(1+(x-m)^2/v)', 'x real', 'm real, v positive', 'm; sqrt(v); '],
    ['1/(1+(x-m)^2)', 'x real', 'm real', 'm; none; '],
    ['1/(1+x/s)^3', 'x positive', 's positive', 'none; s; '],
  ])('%s', (density, variables, parameters, start) => {
    expect(groupOf(density, variables, parameters)?.startsWith(start)).toBe(true);
  });

  it('with the part of the log-integral that contains coordinates, up to a constant', () => {
    expect(groupOf('1/(1+((x-m)/s)^2)', 'x real', 'm real, s positive')).toBe('m; s; log(s) - log(2)');
    expect(groupOf('1/(pi*s*(1+((x-m)/s)^2))', 'x real', 'm real, s positive')).toBe('m; s; -(log(pi) + log(2))');
  });

  it('and the shapes are left that a normalised density has besides', () => {
    const { family } = typedFamily({
      density: 'exp(-((x-m)/s)^4)*(1+erf(a*(x-m)/s))/(2*s*gamma(5/4))',
      variables: 'x real',
      parameters: 'm real, s positive, a real',
    });
    expect(affineGroup(family, densityInField(family))?.moving).toEqual(['m', 's']);
    expect(affineGroup({ ...family, normalised: false }, densityInField(family))).toBeNull();
  });

  it('and nothing else', () => {
    expect(groupOf('exp(-x^2*a)/(1+x^2)', 'x real', 'a positive')).toBeNull();
    expect(groupOf('1/(1+(x-m)^2*(1+m^2))', 'x real', 'm real')).toBeNull();
  });
});
