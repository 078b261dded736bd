import { expect, it } from 'vitest';
import { formulaMarkup, formulaStyle } from '../../src/report/formula-markup.ts';

it('sets LaTeX with MathML beside it, for screen readers', () => {
  const { markup } = formulaMarkup('\\frac{1}{\\sigma^{2}}', 'display');
  expect(markup).toContain('katex-display');
  expect(markup).toContain('<mfrac>');
});

it('refuses LaTeX that does not compile rather than print it in red', () => {
  expect(() => formulaMarkup('\\frac{1}', 'inline')).toThrow(/Unexpected end|Expected/);
});

it('has every font inside it and refers to no file', () => {
  const style = formulaStyle();
  expect(style).toContain('src:url(data:font/woff2;base64,');
  expect(style.match(/@font-face/g)?.length).toBe(style.match(/data:font\/woff2/g)?.length);
  expect(style).not.toMatch(/url\((?!data:)/);
});
