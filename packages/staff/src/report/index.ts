/** Reading one report and deciding about it. */
import '../language/report-words.ts';
export { ReportPage } from './report-page.tsx';
export { ClocksPanel } from './clocks/clocks-panel.tsx';
export { HistoryPanel } from './history/history-panel.tsx';
