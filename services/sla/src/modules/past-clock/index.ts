export { createHistoryLoader, type HistoryLoader } from './loader.ts';
export { PastClocksResolver } from './resolver.ts';
