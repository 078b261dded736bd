import { Writable } from 'node:stream';
import { SingleBar } from 'cli-progress';
import type { Context } from './command.ts';

/** A part of a longer job, with the share of the time that it usually takes (in any unit: only ratios count). */
export interface Stage {
  readonly name: string;
  readonly share: number;
}

/** Tells how a job of several stages goes on. */
export interface Progress {
  /** Begins a stage and ends the one before it. */
  readonly enter: (stage: string) => void;
  /** How much of the current stage is done, from 0 to 1, and a word on what is going on. */
  readonly advance: (fraction: number, detail?: string) => void;
  /** Ends the last stage; call it in any case, or a bar goes on drawing. */
  readonly finish: () => void;
  /** The seconds that each stage took that has ended. */
  readonly timings: () => readonly { readonly name: string; readonly seconds: number }[];
}

/** Draws one line; a bar on a terminal, nothing between its first and last word elsewhere. */
interface Line {
  readonly draw: (fraction: number, detail: string, secondsLeft: number | undefined) => void;
  readonly end: (seconds: number, detail: string) => void;
}

/**
 * Reports on stderr: on a terminal one bar per stage with the time that the whole job still needs, elsewhere one plain
 * line when a stage begins and one when it ends. The time left supposes that the stages keep their shares.
 * @param now milliseconds of a steady clock
 */
export function startProgress(
  context: Pick<Context, 'note' | 'columns'>,
  stages: readonly Stage[],
  now: () => number = () => performance.now(),
): Progress {
  const start = now();
  const whole = stages.reduce((sum, stage) => sum + stage.share, 0);
  const timings: { name: string; seconds: number }[] = [];
  let current: { stage: Stage; since: number; line: Line; detail: string } | undefined;
  let sharesDone = 0;

  const leave = (): void => {
    if (current === undefined) return;
    const seconds = (now() - current.since) / 1000;
    current.line.end(seconds, current.detail);
    timings.push({ name: current.stage.name, seconds });
    sharesDone += current.stage.share;
    current = undefined;
  };
  return {
    enter: (name) => {
      leave();
      const stage = stages.find((one) => one.name === name);
      if (stage === undefined) throw new Error(`'${name}' is not a stage of this job`);
      const title = stages.length === 1 ? name : `[${stages.indexOf(stage) + 1}/${stages.length}] ${name}`;
      const line = context.columns === undefined ? plainLine(context.note, title) : barLine(context, title);
      current = { stage, since: now(), line, detail: '' };
    },
    advance: (fraction, detail = '') => {
      if (current === undefined) throw new Error('no stage has been entered');
      current.detail = detail;
      const done = (sharesDone + fraction * current.stage.share) / whole;
      const left = done > 0 ? (((now() - start) / 1000) * (1 - done)) / done : undefined;
      current.line.draw(fraction, detail, left);
    },
    finish: leave,
    timings: () => [...timings],
  };
}

function plainLine(note: (text: string) => void, title: string): Line {
  note(`${title} ...\n`);
  return {
    draw: () => {},
    end: (seconds, detail) => note(`${title}: done in ${seconds.toFixed(1)} s${detail && `, ${detail}`}\n`),
  };
}

function barLine({ note, columns }: Pick<Context, 'note' | 'columns'>, title: string): Line {
  const stream = new Writable({
    write: (chunk, _encoding, done) => {
      note(String(chunk));
      done();
    },
  });
  const format = `${title.padEnd(32)} [{bar}] {percentage} %  {detail}{left}`;
  const terminal = Object.assign(stream, { isTTY: true, columns });
  const bar = new SingleBar({ stream: terminal, format, barsize: 20, fps: 10, linewrap: false, emptyOnZero: true });
  bar.start(1, 0, { detail: '', left: '' });
  return {
    draw: (fraction, detail, left) =>
      bar.update(fraction, { detail, left: left === undefined ? '' : `${detail && ', '}${durationText(left)} left` }),
    end: (seconds, detail) => {
      bar.update(1, { detail, left: `${detail && ', '}${durationText(seconds)}` });
      bar.stop();
    },
  };
}

/** Seconds as people say them: 8 s, 1 min 20 s. */
export function durationText(seconds: number): string {
  const rounded = Math.round(seconds);
  return rounded < 60 ? `${rounded} s` : `${Math.floor(rounded / 60)} min ${rounded % 60} s`;
}
