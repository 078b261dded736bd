import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import katex from 'katex';
import type { Markup } from './markup.ts';

/** Sets LaTeX as HTML with KaTeX, displayed on lines of its own or inline; throws KaTeX's `ParseError` for bad LaTeX. */
export function formulaMarkup(latex: string, mode: 'display' | 'inline'): Markup {
  const displayMode = mode === 'display';
  return { markup: katex.renderToString(latex, { displayMode, output: 'htmlAndMathml', strict: 'error' }) };
}

/** KaTeX's style sheet with its fonts inside it as data, so that a page that holds it needs no other file. */
export function formulaStyle(): string {
  const require = createRequire(import.meta.url);
  const css = readFileSync(require.resolve('katex/dist/katex.min.css'), 'utf8');
  return css.replace(/src:([^;}]*)/g, (_all, sources: string) => {
    const file = /url\((fonts\/[^)]+\.woff2)\)/.exec(sources)?.[1];
    if (file === undefined) throw new Error(`KaTeX's style sheet names a font without woff2: ${sources}`);
    const data = readFileSync(require.resolve(`katex/dist/${file}`)).toString('base64');
    return `src:url(data:font/woff2;base64,${data}) format("woff2")`;
  });
}
