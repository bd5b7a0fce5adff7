import type { Room } from './address/use-room.ts';

/** What every part of the room gets. */
export interface TabProps {
  room: Room;
}
