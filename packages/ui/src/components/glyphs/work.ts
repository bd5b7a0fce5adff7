import type { Glyph } from '../icon.tsx';

// What happens to a report, and what officers work with.

export const bellIcon: Glyph = 'M6 16V11a6 6 0 0112 0v5l2 2H4zM10 20.5h4';
export const calendarIcon: Glyph =
  'M5.5 5.5h13a1.5 1.5 0 0 1 1.5 1.5v11.5a1.5 1.5 0 0 1 -1.5 1.5h-13a1.5 1.5 0 0 1 -1.5 -1.5v-11.5a1.5 1.5 0 0 1 1.5 -1.5zM4 10h16M8.5 3.5v4M15.5 3.5v4';
export const chartIcon: Glyph = 'M4 20h16M7 16v-5M12 16V6M17 16v-8';
export const clockIcon: Glyph = 'M3.5 12a8.5 8.5 0 1 0 17 0a8.5 8.5 0 1 0 -17 0M12 7v5l3.5 2';
export const duplicateIcon: Glyph =
  'M5.5 4h8a1.5 1.5 0 0 1 1.5 1.5v8a1.5 1.5 0 0 1 -1.5 1.5h-8a1.5 1.5 0 0 1 -1.5 -1.5v-8a1.5 1.5 0 0 1 1.5 -1.5zM19 9v11H8';
export const filterIcon: Glyph = 'M4 6h16M7 12h10M10 18h4';
export const listIcon: Glyph = 'M9 6h11M9 12h11M9 18h11M4.5 6h.1M4.5 12h.1M4.5 18h.1';
export const mailIcon: Glyph =
  'M5 5.5h14a1.5 1.5 0 0 1 1.5 1.5v10a1.5 1.5 0 0 1 -1.5 1.5h-14a1.5 1.5 0 0 1 -1.5 -1.5v-10a1.5 1.5 0 0 1 1.5 -1.5zM4 7l8 6 8-6';
export const meTooIcon: Glyph =
  'M5.5 8.5a3.5 3.5 0 1 0 7 0a3.5 3.5 0 1 0 -7 0M2.5 20c.6-3.7 3.2-5.5 6.5-5.5 2 0 3.7.6 4.9 1.9M19 13v7M15.5 16.5h7';
export const messageIcon: Glyph = 'M4 5h16v11H11l-4.5 4v-4H4z';
export const noteIcon: Glyph = 'M5 4h14v11l-5 5H5zM14 20v-5h5M8.5 9h7M8.5 12.5h4';
export const organisationIcon: Glyph = 'M9 4h6v4H9zM3 16h6v4H3zM15 16h6v4h-6zM12 8v4M6 16v-4h12v4';
export const printIcon: Glyph = 'M7 9V4h10v5M7 17H4V9h16v8h-3M7 14h10v6H7z';
export const redactIcon: Glyph = { fill: 'M4 8h16v8H4z', line: 'M4 4h10M4 20h7' };
export const returnedIcon: Glyph = 'M9 7L4 12l5 5M4 12h11a5 5 0 015 5v1';
export const routeIcon: Glyph =
  'M3.5 6a2.5 2.5 0 1 0 5 0a2.5 2.5 0 1 0 -5 0M15.5 18a2.5 2.5 0 1 0 5 0a2.5 2.5 0 1 0 -5 0M8.5 6H14a3 3 0 013 3v0a3 3 0 01-3 3h-4a3 3 0 00-3 3v0a3 3 0 003 3h5.5';
export const shareIcon: Glyph =
  'M3.5 12a2.5 2.5 0 1 0 5 0a2.5 2.5 0 1 0 -5 0M15 6a2.5 2.5 0 1 0 5 0a2.5 2.5 0 1 0 -5 0M15 18a2.5 2.5 0 1 0 5 0a2.5 2.5 0 1 0 -5 0M8.2 10.9l7.1-3.7M8.2 13.1l7.1 3.7';
export const shieldIcon: Glyph = 'M12 3l8 3v6c0 5-3.5 8-8 9.5C7.5 20 4 17 4 12V6z';
export const sortIcon: Glyph = 'M8 5v14M5 16l3 3 3-3M16 19V5M13 8l3-3 3 3';
export const undoIcon: Glyph = 'M8 5L4 9l4 4M4 9h10a5.5 5.5 0 010 11H9';
export const usersIcon: Glyph =
  'M5.5 8.5a3.5 3.5 0 1 0 7 0a3.5 3.5 0 1 0 -7 0M2.5 20c.6-3.7 3.2-5.5 6.5-5.5s5.9 1.8 6.5 5.5M15.5 5.3a3.5 3.5 0 010 6.4M18 15c2 .8 3.2 2.5 3.5 5';
