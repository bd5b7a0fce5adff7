export { createHistoryChain, said, type ChainedEntry, type HistoryChain } from './chain.ts';
export { historyInsert, type TextAudience } from './entry.ts';
export { createHeadLog, type Anchor, type HeadLog } from './head-log.ts';
export { headsFolder } from './heads-folder.ts';
export { recordHeads } from './record-heads.ts';
export { readRecordedHeads } from './recorded-heads.ts';
export { verifyHistories, type HistoriesVerdict } from './verify-histories.ts';
export { verifyHistory } from './verify-history.ts';
