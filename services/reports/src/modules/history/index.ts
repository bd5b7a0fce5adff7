export { createHistoryChain, type ChainedEntry, type HistoryChain } from './chain.ts';
export { HistoryEntry, type TextAudience } from './entity.ts';
export { verifyHistory } from './verify-history.ts';
