export { isAdoptionOfTodayKept, keepAdoptionOfToday } from './keep-adoption.ts';
export { receiveUse } from './receive-use.ts';
