export { noteTold, storeTimers, takeDue } from './repository.ts';
export type { DueHandler, DueScope, DueTimer, Timer, TimerKind, TimerSource } from './timer.ts';
