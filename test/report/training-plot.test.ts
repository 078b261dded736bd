import { expect, it } from 'vitest';
import { trainingPlot } from '../../src/report/training-plot.ts';
import { sampleReport } from './sample-report.ts';

const { history } = sampleReport.network;

it.each([
  ['wide', 'light'],
  ['narrow', 'dark'],
] as const)('names every curve and every axis with its unit (%s, %s)', (width, ground) => {
  const svg = trainingPlot(history, { width, ground });
  expect(svg).toMatch(/^<svg [^>]*xmlns="http:\/\/www.w3.org\/2000\/svg"/);
  for (const name of ['training loss', 'tr F, true', 'tr F, empirical', 'test accuracy']) expect(svg).toContain(name);
  for (const name of ['loss (nats)', 'Fisher trace', 'accuracy (%)', 'training steps']) expect(svg).toContain(name);
});

it('moves with the data, and with nothing else', () => {
  const shapes = (svg: string): string[] => svg.match(/ d="[^"]*"/g) ?? [];
  const setting = { width: 'wide', ground: 'light' } as const;
  const plain = shapes(trainingPlot(history, setting));
  expect(shapes(trainingPlot(history, setting))).toEqual(plain);
  const other = history.map((point, i) => (i === 2 ? { ...point, empiricalFisherTrace: 70 } : point));
  expect(shapes(trainingPlot(other, setting)).filter((shape, i) => shape !== plain[i])).not.toEqual([]);
});
