import katex from 'katex';
import { describe, expect, it } from 'vitest';
import {
  closedForms,
  closedFormToTex,
  evaluateExpression,
  nameToTex,
  parseExpression,
} from '../../src/calculus/index.ts';
import { nodes, nodeToTex } from '../../src/calculus/tex.ts';

const forms = closedForms([{ name: 'theta' }, { name: 'k', positive: true }]);
const tex = (text: string): string =>
  closedFormToTex(forms, evaluateExpression(forms, parseExpression(text), forms.symbol));

describe('TeX', () => {
  it.each([
    ['mu', '\\mu'],
    ['p12', 'p_{12}'],
    ['theta_3', '\\theta_{3}'],
    ['J12', 'J_{12}'],
    ['J1_10', 'J_{1,10}'],
    ['x', 'x'],
    ['rate', '\\mathrm{rate}'],
    ['a_b', 'a_{b}'],
    ['x_m', 'x_{m}'],
    ['alpha_1', '\\alpha_{1}'],
    ['x1_max', 'x_{1,\\mathrm{max}}'],
    ['sigma_mu_2', '\\sigma_{\\mu,2}'],
    ['T_c0', 'T_{c_{0}}'],
    ['x_', '\\mathrm{x\\_}'],
  ])('names %s as %s', (name, tex) => {
    expect(nameToTex(name)).toBe(tex);
    katex.renderToString(nameToTex(name), { throwOnError: true, strict: 'error' });
  });

  it.each([
    ['sin(theta)^2', '\\sin^{2} \\theta'],
    ['sin(theta)', '\\sin \\theta'],
    ['cos(2*k*theta)', '2 \\, \\cos^{2}\\left(\\theta \\, k\\right)-1'],
    ['exp(-k)', 'e^{-k}'],
    ['polygamma(1, k)^2', '\\psi_{1}\\left(k\\right)^{2}'],
    ['lgamma(k)^2', '\\left(\\ln\\Gamma\\left(k\\right)\\right)^{2}'],
  ])('of %s is %s', (text, expected) => {
    expect(tex(text)).toBe(expected);
    katex.renderToString(expected, { throwOnError: true, strict: 'error' });
  });

  it('calls functions that it does not know by their names', () => {
    expect(nodeToTex(new nodes.FunctionNode(new nodes.SymbolNode('area'), [new nodes.SymbolNode('r1')]))).toBe(
      '\\mathrm{area}\\left(r_{1}\\right)',
    );
  });

  it('is written once for each part: a sum of forty terms, whose tree is forty levels deep', () => {
    const terms = Array.from({ length: 40 }, (_, n) => `${n + 2}*k^${n + 1}`);
    expect(tex(terms.join(' + ')).split('+')).toHaveLength(40);
  });
});
