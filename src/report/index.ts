/**
 * Reports: the results of the main job as a page that opens offline, as plots and as text for a terminal. Pure functions
 * from plain data, whose types are defined here, to strings; nothing here computes a result or writes a file.
 */
export { numberText } from './number-text.ts';
export { reportPage } from './page.ts';
export type * from './report-data.ts';
export { summaryText } from './summary-text.ts';
export { textTable } from './text-table.ts';
export { type PlotSetting, trainingPlot } from './training-plot.ts';
