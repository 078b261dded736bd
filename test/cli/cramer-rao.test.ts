import { expect, it } from 'vitest';
import { runCaptured } from './run-captured.ts';

const run = (...words: string[]) => runCaptured(['cramer-rao', ...words]);

it('prints a bound in closed form and at a point', async () => {
  const { code, stdout, stderr } = await run('normal', '--function', 'mu^2', '--at', 'mu=1,sigma=2', '--budget', '60');
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(stdout).toContain('no unbiased estimator of mu^2 from one observation has a variance below');
  expect(stdout).toMatch(
    /at mu = 1, sigma = 2 .*\nCramer-Rao bound\n {4}16\n\nin closed form\nCramer-Rao bound\n {4}4 \* mu/,
  );
});

it('as JSON, one object with the functions as they were given, repeated or in a list', async () => {
  const { stdout } = await run('normal', '--function', 'mu', '--function', 'log(sigma), mu', '--format', 'json');
  expect(JSON.parse(stdout)).toEqual({
    family: 'normal',
    coordinates: ['mu', 'sigma'],
    functions: ['mu', 'log(sigma)'],
    observations: 1,
    bound: [
      ['sigma ^ 2', '0'],
      ['0', '1 / 2'],
    ],
  });
});

it.each([
  [['normal'], /expected --function with an expression in the coordinates/],
  [['normal', '--function', ''], /--function: expected expressions separated by commas/],
  [['normal', '--function', 'mu', '--observations', '0'], /--observations: expected a whole number, at least 1/],
  [['normal', '--function', 'mu', '--budget', '0'], /--budget 0 leaves nothing to show without --at/],
])('%j is refused before anything runs', async (words, message) => {
  const { code, stdout, stderr } = await run(...words);
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  expect(stderr).toMatch(message);
});
