import { describe, expect, it } from 'vitest';
import { printClosedForm } from '../../src/calculus/index.ts';
import { typedFamily } from '../../src/families/index.ts';
import { densityInField } from '../../src/interpret/density-field.ts';
import { exactGeometry, exactModel } from '../../src/interpret/index.ts';
import { recogniseJointIntegral } from '../../src/interpret/recognised-joint.ts';

const bivariate = 'exp(-(x^2+y^2-2*r*x*y)/(2*(1-r^2)))/(2*pi*sqrt(1-r^2))';

function recognised(density: string, variables: string, parameters: string) {
  const { family } = typedFamily({ density, variables, parameters });
  const { forms, logDensity } = densityInField(family);
  return { forms, family, integral: recogniseJointIntegral(forms, logDensity, family.sampleSpace) };
}

describe('joint densities are recognised:', () => {
  it.each([
    ['Gaussian', bivariate, 'x real, y real', 'r -1..1'],
    [
      'Gaussian times exponential series',
      'exp(-(y-a)^2/2)/sqrt(2*pi)*l^x*exp(-l)/gamma(x+1)',
      'y real, x natural',
      'a real, l positive',
    ],
    ['Gaussian', 'exp(-a*x^2/2 - (y-x)^2/2 - (z-y)^2/2)*sqrt(a)/sqrt(2*pi)^3', 'x real, y real, z real', 'a positive'],
  ])('%s', (name, density, variables, parameters) => {
    const { forms, integral } = recognised(density, variables, parameters);
    expect(integral?.name).toBe(name);
    expect(printClosedForm(forms, integral?.logIntegral ?? forms.one)).toBe('0');
  });

  it('but not a density with more than quadratic terms', () => {
    expect(recognised('exp(-x^4-y^2*t-x*y)', 'x real, y real', 't positive').integral).toBeNull();
  });
});

it('the correlation of a bivariate normal has the metric (1 + r^2)/(1 - r^2)^2 [Jeffreys 1961, 3.9]', () => {
  const { family } = recognised(bivariate, 'x real, y real', 'r -1..1');
  const model = exactModel(family);
  expect(printClosedForm(model.field, exactGeometry(model).metric.at([0, 0]))).toBe('(r ^ 2 + 1) / (1 - r ^ 2) ^ 2');
  expect(model.kernels).toEqual([]);
});
