import { expect, it } from 'vitest';
import { networkEngine, networkEngines } from '../../src/cli/network-engine.ts';
import { UnsupportedError } from '../../src/errors.ts';

it.each(networkEngines)('the engine %s is had by its name', async (name) => {
  const engine = await networkEngine(name, name === 'tfjs' ? 'float32' : 'float64', 1);
  expect(engine.name).toMatch(new RegExp(`^${name}`));
});

it('an engine without the number format is refused with what it has', async () => {
  await expect(networkEngine('tfjs', 'float64', 1)).rejects.toThrow(UnsupportedError);
  await expect(networkEngine('tfjs', 'float64', 1)).rejects.toThrow(/float32, not in float64/);
});
