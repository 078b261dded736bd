import katex from 'katex';
import { describe, expect, it } from 'vitest';
import { calculationFunctions } from '../../src/derivation/calculation-language.ts';
import { calculationToTex } from '../../src/derivation/calculation-tex.ts';

describe('sides of calculations in TeX', () => {
  it.each([
    ['E(D(logdensity, mu)^2)', '\\mathrm{E}\\left[{\\partial_{\\mu} \\left(\\ell\\right)}^{2}\\right]'],
    ['christoffel(sigma, mu, mu)', '\\Gamma^{\\sigma}_{\\mu \\mu}'],
    ['at(KL, m, mu)', '\\left.\\mathrm{KL}\\right|_{m = \\mu}'],
    ['scalar', 'R'],
    ['2*b*s*sigma', '2\\cdot b\\cdot s\\cdot\\sigma'],
    ['polygamma(1, k)', '\\psi^{(1)}\\left(k\\right)'],
  ])('%s', (text, tex) => {
    expect(calculationToTex(text)).toBe(tex);
  });

  it('are read by KaTeX for every function of calculations', () => {
    const texts = [
      ...Object.keys(calculationFunctions).map((name) => `${name}(a, b, 1, 4)`),
      '-2/sigma_1^2 + sqrt(exp(-x/2))*log(y)*lgamma(z)*digamma(z)',
    ];
    for (const text of texts) {
      expect(() => katex.renderToString(calculationToTex(text), { throwOnError: true })).not.toThrow();
    }
  });
});
