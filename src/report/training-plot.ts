import * as echarts from 'echarts';
import type { TrainingPoint } from './report-data.ts';

/** Where a plot will be shown: `wide` for a screen or a paper, `narrow` for a phone; on light or dark ground. */
export interface PlotSetting {
  readonly width: 'wide' | 'narrow';
  readonly ground: 'light' | 'dark';
}

const palettes = {
  light: { ground: '#ffffff', ink: '#30343b', grid: '#e3e5e9', lines: ['#0b62a4', '#b3470e', '#1c7f5d', '#8a3fa0'] },
  dark: { ground: '#1b1e24', ink: '#d5d9e0', grid: '#343943', lines: ['#6cb4f0', '#f0935a', '#5fcfa5', '#cf94e0'] },
} as const;

/** The three panels from top to bottom; the curves of one panel share its axis. */
const panels = [
  { axis: 'loss (nats)', scale: 'log', curves: [{ name: 'training loss', of: (p: TrainingPoint) => p.loss }] },
  {
    axis: 'Fisher trace',
    scale: 'log',
    curves: [
      { name: 'tr F, true', of: (p: TrainingPoint) => p.trueFisherTrace },
      { name: 'tr F, empirical', of: (p: TrainingPoint) => p.empiricalFisherTrace },
    ],
  },
  {
    axis: 'accuracy (%)',
    scale: 'value',
    curves: [{ name: 'test accuracy', of: (p: TrainingPoint) => 100 * p.accuracy }],
  },
] as const;

/** Loss, both Fisher traces and accuracy over training, as one SVG document; the first two on logarithmic axes. */
export function trainingPlot(history: readonly TrainingPoint[], setting: PlotSetting): string {
  const palette = palettes[setting.ground];
  const size =
    setting.width === 'wide'
      ? { width: 860, height: 720, left: 84, top: 54 }
      : { width: 420, height: 700, left: 66, top: 76 };
  const chart = echarts.init(null, null, { renderer: 'svg', ssr: true, width: size.width, height: size.height });
  const height = (size.height - size.top - 64 - 2 * 44) / panels.length;
  const tops = panels.map((_, i) => size.top + i * (height + 44));
  let line = 0;
  chart.setOption({
    animation: false,
    backgroundColor: palette.ground,
    textStyle: { fontFamily: 'system-ui, sans-serif', color: palette.ink, fontSize: 13 },
    legend: {
      top: 8,
      left: 'center',
      width: size.width - 20,
      icon: 'roundRect',
      itemGap: setting.width === 'wide' ? 26 : 16,
      itemHeight: 4,
      itemWidth: 22,
      textStyle: { color: palette.ink, fontSize: 13 },
    },
    grid: tops.map((top) => ({ top, height, left: size.left, right: 20, containLabel: false })),
    xAxis: panels.map((_, i) => stepAxis(history, i, palette)),
    yAxis: panels.map((panel, i) => valueAxis(panel, i, palette)),
    series: panels.flatMap((panel, i) =>
      panel.curves.map(({ name, of }) => ({
        name,
        type: 'line',
        xAxisIndex: i,
        yAxisIndex: i,
        showSymbol: history.length <= 40,
        symbolSize: 5,
        lineStyle: { width: 2 },
        color: palette.lines[line++],
        data: history.map((point) => [point.step, of(point)]),
      })),
    ),
  });
  const svg = chart.renderToSVGString();
  chart.dispose();
  return svg;
}

type Palette = (typeof palettes)[keyof typeof palettes];

function stepAxis(history: readonly TrainingPoint[], panel: number, palette: Palette) {
  const last = panel === panels.length - 1;
  return {
    type: 'value' as const,
    gridIndex: panel,
    min: 0,
    max: Math.max(...history.map((point) => point.step)),
    name: last ? 'training steps' : '',
    nameLocation: 'middle' as const,
    nameGap: 30,
    nameTextStyle: { color: palette.ink, fontSize: 13 },
    axisLabel: { show: last, color: palette.ink, fontSize: 12, hideOverlap: true },
    axisLine: { lineStyle: { color: palette.ink } },
    splitLine: { lineStyle: { color: palette.grid } },
  };
}

function valueAxis(panel: (typeof panels)[number], index: number, palette: Palette) {
  return {
    type: panel.scale,
    gridIndex: index,
    scale: true,
    name: panel.axis,
    nameLocation: 'middle' as const,
    nameGap: 46,
    nameTextStyle: { color: palette.ink, fontSize: 13 },
    axisLabel: { color: palette.ink, fontSize: 12, hideOverlap: true },
    splitLine: { lineStyle: { color: palette.grid } },
    ...(panel.scale === 'value' ? { min: 0, max: 100 } : {}),
  };
}
