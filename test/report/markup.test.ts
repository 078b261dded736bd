import fc from 'fast-check';
import { expect, it } from 'vitest';
import { html } from '../../src/report/markup.ts';

it('text that is filled in can open no tag, leave no attribute and start no entity', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('<', '>', '"', "'", '&', 'a') }), (text) => {
      expect(html`${text}`.markup).not.toMatch(/[<>"']|&(?!#\d+;)/);
    }),
  );
});

it('markup that is filled in stays as it is, also in lists', () => {
  const item = html`<li>${'a & b'}</li>`;
  expect(html`<ul>${[item, item]}</ul>${1}`.markup).toBe('<ul><li>a &#38; b</li><li>a &#38; b</li></ul>1');
});
