import type { Glyph } from '../icon.tsx';

// Signs of the interface itself.

export const backIcon: Glyph = 'M15 6l-6 6 6 6';
export const checkIcon: Glyph = 'M5 12.5l4.5 4.5L19 7.5';
export const closeIcon: Glyph = 'M6 6l12 12M18 6L6 18';
export const doneIcon: Glyph = 'M3 12a9 9 0 1 0 18 0a9 9 0 1 0 -18 0M8 12.4l2.8 2.8L16.2 9.6';
export const downIcon: Glyph = 'M6 9l6 6 6-6';
export const forwardIcon: Glyph = 'M9 6l6 6-6 6';
export const infoIcon: Glyph = 'M3 12a9 9 0 1 0 18 0a9 9 0 1 0 -18 0M12 11v5.5M12 7.6v.1';
export const menuIcon: Glyph = 'M4 7h16M4 12h16M4 17h16';
export const moonIcon: Glyph = 'M20 14.5A8 8 0 119.5 4 6.5 6.5 0 0020 14.5z';
export const moreIcon: Glyph = { heavy: 'M5 12h.1M12 12h.1M19 12h.1' };
export const plusIcon: Glyph = 'M12 5v14M5 12h14';
export const searchIcon: Glyph = 'M4.5 11a6.5 6.5 0 1 0 13 0a6.5 6.5 0 1 0 -13 0M16 16l4.5 4.5';
export const stopIcon: Glyph = 'M8.2 3h7.6L21 8.2v7.6L15.8 21H8.2L3 15.8V8.2zM12 7.5v5.5M12 16.3v.1';
export const userIcon: Glyph = 'M8 8a4 4 0 1 0 8 0a4 4 0 1 0 -8 0M4.5 20.5c.8-4 3.8-6 7.5-6s6.7 2 7.5 6';
export const warningIcon: Glyph = 'M12 4L2.8 19.5h18.4zM12 10v4.5M12 17v.1';
