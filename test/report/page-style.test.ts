import { expect, it } from 'vitest';
import { pageStyle } from '../../src/report/page-style.ts';

it('defines every colour that it uses, and again for dark ground', () => {
  const [light, dark] = [...pageStyle.matchAll(/:root \{([^}]*)\}/g)].map((match) => match[1]!);
  for (const [, name] of pageStyle.matchAll(/var\((--[a-z-]+)\)/g)) {
    expect(light).toContain(`${name}:`);
    expect(dark).toContain(`${name}:`);
  }
});
