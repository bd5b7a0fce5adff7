import type { Glyph } from '../icon.tsx';

// What has happened and what is due: the six and the five must stay distinct in shape.

export const archivedIcon: Glyph = 'M4 5h16v4H4zM5.5 9v10h13V9M10 13h4';
export const completedIcon: Glyph = {
  fill: 'M2.6 12a9.4 9.4 0 1 0 18.8 0a9.4 9.4 0 1 0 -18.8 0',
  knock: 'M8 12.4l2.8 2.8L16.2 9.6',
};
export const disposedIcon: Glyph =
  'M3.5 12a8.5 8.5 0 1 0 17 0a8.5 8.5 0 1 0 -17 0M8 12h7.5M12.7 8.8l3.2 3.2-3.2 3.2';
export const inProgressIcon: Glyph = {
  line: 'M3.5 12a8.5 8.5 0 1 0 17 0a8.5 8.5 0 1 0 -17 0',
  fill: 'M12 6.5a5.5 5.5 0 010 11z',
};
export const lastDayIcon: Glyph = {
  line: 'M3.5 12a8.5 8.5 0 1 0 17 0a8.5 8.5 0 1 0 -17 0',
  fill: 'M12 6a6 6 0 11-6 6h6z',
};
export const ombudsmanIcon: Glyph =
  'M12 4v16M8 20h8M5 7h14M5 7l-2.5 6a2.8 2.8 0 005 0zM19 7l-2.5 6a2.8 2.8 0 005 0z';
export const onTimeIcon: Glyph = {
  line: 'M3.5 12a8.5 8.5 0 1 0 17 0a8.5 8.5 0 1 0 -17 0',
  fill: 'M12 12V6a6 6 0 016 6z',
};
export const overdueIcon: Glyph = 'M8.2 3h7.6L21 8.2v7.6L15.8 21H8.2L3 15.8V8.2zM12 7.5v5.5M12 16.3v.1';
export const postponedIcon: Glyph = 'M3.5 12a8.5 8.5 0 1 0 17 0a8.5 8.5 0 1 0 -17 0M10 9v6M14 9v6';
export const soonIcon: Glyph = {
  line: 'M3.5 12a8.5 8.5 0 1 0 17 0a8.5 8.5 0 1 0 -17 0',
  fill: 'M12 6a6 6 0 010 12z',
};
export const submittedIcon: Glyph = { dashed: 'M3.5 12a8.5 8.5 0 1 0 17 0a8.5 8.5 0 1 0 -17 0' };
