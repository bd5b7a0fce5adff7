export { delimiterOf } from './delimiter.ts';
export { meantByCell, safeCell } from './safe-cell.ts';
export { csvOf, csvStream, type Cell } from './write.ts';
