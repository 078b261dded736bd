import katex from 'katex';
import { describe, expect, it } from 'vitest';
import { closedFormToTex } from '../../src/calculus/index.ts';
import {
  amariChentsov,
  christoffel,
  einstein,
  fisherMetric,
  fisherMetricFromHessian,
  ricci,
  riemann,
  scalarCurvature,
} from '../../src/geometry/index.ts';
import {
  componentsToTex,
  definitionToTex,
  exactGeometry,
  exactModel,
  formulaToTex,
  nested,
  nonzeroComponents,
} from '../../src/interpret/index.ts';
import { coefficient, minus, partial, product, sum, tensor } from '../../src/notation/index.ts';
import { agreementCases } from '../agreement/families.ts';

function compiles(tex: string): void {
  expect(() => katex.renderToString(tex, { throwOnError: true, strict: 'error' }), tex).not.toThrow();
}

describe('definitions read as in a textbook', () => {
  it.each([
    [fisherMetric, 'g_{i j} = \\mathbb{E}\\left[\\partial_{i} \\ell \\, \\partial_{j} \\ell\\right]'],
    [fisherMetricFromHessian, 'g_{i j} = -\\mathbb{E}\\left[\\partial_{i} \\partial_{j} \\ell\\right]'],
    [
      christoffel,
      '\\Gamma^{k}{}_{i j} = \\tfrac{1}{2} \\, g^{k l} \\, \\left(\\partial_{i} g_{j l} + \\partial_{j} g_{i l} - \\partial_{l} g_{i j}\\right)',
    ],
    [
      riemann,
      'R^{k}{}_{l i j} = \\partial_{i} \\Gamma^{k}{}_{j l} - \\partial_{j} \\Gamma^{k}{}_{i l} + \\Gamma^{k}{}_{i m} \\, \\Gamma^{m}{}_{j l} - \\Gamma^{k}{}_{j m} \\, \\Gamma^{m}{}_{i l}',
    ],
    [ricci, 'R_{l j} = R^{k}{}_{l k j}'],
    [scalarCurvature, 'R = g^{l j} \\, R_{l j}'],
    [einstein, 'G_{i j} = R_{i j} - \\tfrac{1}{2} \\, R \\, g_{i j}'],
    [
      amariChentsov,
      'T_{i j k} = \\mathbb{E}\\left[\\partial_{i} \\ell \\, \\partial_{j} \\ell \\, \\partial_{k} \\ell\\right]',
    ],
  ])('%#', (definition, expected) => {
    expect(definitionToTex(definition)).toBe(expected);
    compiles(definitionToTex(definition));
  });
});

describe('formulas', () => {
  const [a, b] = [tensor('a', '_i'), tensor('b', '_i')];

  it('show a sum inside a product or a derivative in brackets, and a product without', () => {
    expect(formulaToTex(product(coefficient(2), sum(a, b)))).toBe(
      '2 \\, \\left(\\mathrm{a}_{i} + \\mathrm{b}_{i}\\right)',
    );
    expect(formulaToTex(partial('_j', sum(a, b)))).toBe(
      '\\partial_{j} \\left(\\mathrm{a}_{i} + \\mathrm{b}_{i}\\right)',
    );
  });

  it('take a minus out of fractions and terms', () => {
    expect(formulaToTex(coefficient(-1, 2))).toBe('-\\tfrac{1}{2}');
    expect(formulaToTex(sum(a, minus(b)))).toBe('\\mathrm{a}_{i} - \\mathrm{b}_{i}');
    expect(formulaToTex(minus(sum(a, minus(b))))).toBe('-\\left(\\mathrm{a}_{i} - \\mathrm{b}_{i}\\right)');
  });

  it('that differ in meaning differ in print: the derivative of a product is not the product with a derivative', () => {
    const [f, g] = [tensor('f'), tensor('g')];
    const ofProduct = formulaToTex(partial('_i', product(f, g)));
    const productWith = formulaToTex(product(partial('_i', f), g));
    expect(ofProduct).not.toBe(productWith);
    compiles(ofProduct);
  });

  it('that differ in meaning differ in print: a minus before a product, and a product with a negative factor', () => {
    const negative = product(a, coefficient(-3, 2));
    compiles(formulaToTex(negative));
    expect(formulaToTex(negative)).toBe('\\mathrm{a}_{i} \\, \\left(-\\tfrac{3}{2}\\right)');
    expect(formulaToTex(sum(minus(a), minus(minus(b))))).not.toMatch(/--/);
  });
});

describe('components', () => {
  it('are one matrix for rank 2 and one line each for other ranks, zeros left out', () => {
    expect(
      componentsToTex(
        fisherMetric,
        ['x', 'y'],
        [
          ['1', '0'],
          ['0', '2'],
        ],
      ),
    ).toEqual(['g = \\begin{pmatrix} 1 & 0 \\\\ 0 & 2 \\end{pmatrix}']);
    const symbols = [
      [
        ['0', '-x'],
        ['0', '0'],
      ],
      [
        ['5', '0'],
        ['0', '0'],
      ],
    ];
    expect(componentsToTex(christoffel, ['mu', 'p2'], symbols)).toEqual([
      '\\Gamma^{\\mu}{}_{\\mu p_{2}} = -x',
      '\\Gamma^{p_{2}}{}_{\\mu \\mu} = 5',
    ]);
    expect(componentsToTex(scalarCurvature, ['x'], '7')).toEqual(['R = 7']);
  });

  it('other than zero keep their places', () => {
    expect(
      nonzeroComponents([
        ['0', 'a'],
        ['b', '0'],
      ]),
    ).toEqual([
      { place: [0, 1], value: 'a' },
      { place: [1, 0], value: 'b' },
    ]);
    expect([nonzeroComponents('0'), nonzeroComponents('2')]).toEqual([[], [{ place: [], value: '2' }]]);
  });

  it.each(agreementCases)('of $title compile', ({ family }) => {
    const model = exactModel(family);
    const geometry = exactGeometry(model);
    const names = family.coordinates.map(({ name }) => name);
    for (const definition of [fisherMetric, christoffel, ricci, scalarCurvature]) {
      const tensor = geometry[definition.name as 'metric'];
      const tex = nested(names.length, tensor, (value) => closedFormToTex(model.field, value));
      for (const line of componentsToTex(definition, names, tex)) compiles(line);
    }
  });
});
