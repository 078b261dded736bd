import { describe, expect, it } from 'vitest';
import { durationText, startProgress } from '../../src/cli/progress.ts';

/** A progress report written into a text, with a clock that the test sets in seconds. */
function reported(
  columns: number | undefined,
  stages = [
    { name: 'one', share: 1 },
    { name: 'two', share: 3 },
  ],
) {
  const seen = { text: '', seconds: 0 };
  const note = (text: string): void => {
    seen.text += text;
  };
  return { seen, progress: startProgress({ note, columns }, stages, () => seen.seconds * 1000) };
}

describe('progress where stderr is no terminal', () => {
  it('is one plain line when a stage begins and one when it ends, however often it advances', () => {
    const { seen, progress } = reported(undefined);
    progress.enter('one');
    for (let i = 1; i <= 50; i++) progress.advance(i / 50, `loss ${i}`);
    seen.seconds = 2.34;
    progress.enter('two');
    seen.seconds = 3;
    progress.finish();
    progress.finish();
    expect(seen.text).toBe(
      '[1/2] one ...\n[1/2] one: done in 2.3 s, loss 50\n[2/2] two ...\n[2/2] two: done in 0.7 s\n',
    );
    expect(progress.timings()).toEqual([
      { name: 'one', seconds: 2.34 },
      { name: 'two', seconds: expect.closeTo(0.66, 9) },
    ]);
  });

  it('refuses a stage that was not announced', () => {
    expect(() => reported(undefined).progress.enter('three')).toThrow(/not a stage/);
  });
});

describe('progress on a terminal', () => {
  it('draws a bar with what is going on and the time that the whole job still needs', async () => {
    const { seen, progress } = reported(120);
    progress.enter('one');
    seen.seconds = 10;
    progress.advance(0.5, 'loss 0.3');
    await new Promise((resolve) => setTimeout(resolve, 250)); // the bar is drawn at most ten times a second
    // An eighth of the shares took 10 s, so seven eighths take 70 s.
    expect(seen.text).toMatch(/50 %.*loss 0\.3, 1 min 10 s left/);
    progress.finish();
    expect(seen.text).toMatch(/100 %.*loss 0\.3, 10 s\S*\n/);
  });

  it('leaves no timer behind that would keep the process alive', () => {
    const timers = () => process.getActiveResourcesInfo().filter((kind) => kind === 'Timeout').length;
    const before = timers();
    const { progress } = reported(80);
    progress.enter('one');
    progress.finish();
    expect(timers()).toBe(before);
  });
});

it('says durations as people do', () => {
  expect([0.2, 8, 59.6, 80, 3600].map(durationText)).toEqual(['0 s', '8 s', '1 min 0 s', '1 min 20 s', '60 min 0 s']);
});
