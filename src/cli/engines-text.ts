import type { DtypeReport, EngineReport } from './engine-probe.ts';

/** The reports as a table of what works, then what does not with its reasons. */
export function enginesText(reports: readonly EngineReport[]): string {
  const rows = reports.flatMap(({ name, summary, dtypes, problem }) =>
    problem === null ? dtypes.map((report, i) => cells(i === 0 ? name : '', report, i === 0 ? summary : '')) : [],
  );
  const heading = ['engine', 'numbers', 'self-test', 'matrix product', ''];
  const widths = heading.map((_, column) => Math.max(...[heading, ...rows].map((row) => row[column]!.length)));
  const lines = [heading, ...rows].map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column]!))
      .join('  ')
      .trimEnd(),
  );
  const missing = reports.filter(({ problem }) => problem !== null);
  const reasons = missing.map(({ name, summary, problem }) => `${name} (${summary})\n    ${problem}`);
  return `${[...lines, ...(reasons.length === 0 ? [] : ['', 'Not here:', ...reasons])].join('\n')}\n`;
}

function cells(name: string, { dtype, selfTest, product }: DtypeReport, summary: string): string[] {
  const test = `${selfTest.primitives} primitives, error ${selfTest.worst.toFixed(1)} eps`;
  const rate = product === null ? '' : `${rateText(product.gigaflops)} GFLOP/s (${product.size})`;
  return [name, dtype, test, rate, summary];
}

function rateText(gigaflops: number): string {
  return gigaflops < 10 ? gigaflops.toPrecision(2) : gigaflops.toFixed(0);
}
