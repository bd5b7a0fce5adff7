import type { Glyph } from '../icon.tsx';

// What a reporter handles.

export const cameraIcon: Glyph =
  'M4 8h3.5l1.5-2.5h6L16.5 8H20v11H4zM8.5 13a3.5 3.5 0 1 0 7 0a3.5 3.5 0 1 0 -7 0';
export const copyIcon: Glyph =
  'M10.5 9h8a1.5 1.5 0 0 1 1.5 1.5v8a1.5 1.5 0 0 1 -1.5 1.5h-8a1.5 1.5 0 0 1 -1.5 -1.5v-8a1.5 1.5 0 0 1 1.5 -1.5zM15 9V4H4v11h5';
export const downloadIcon: Glyph = 'M12 4v11M7.5 11l4.5 4.5 4.5-4.5M4 20h16';
export const editIcon: Glyph = 'M4 20l1-4L16 5l3 3L8 19zM14 7l3 3';
export const eyeIcon: Glyph =
  'M3 12s3.5-6 9-6 9 6 9 6-3.5 6-9 6-9-6-9-6zM9.4 12a2.6 2.6 0 1 0 5.2 0a2.6 2.6 0 1 0 -5.2 0';
export const fileIcon: Glyph = 'M7 3h7l4 4v14H7zM14 3v4h4';
export const hiddenIcon: Glyph =
  'M3 3l18 18M10 6.2A9 9 0 0121 12a13 13 0 01-2.5 3.2M6.5 7.5A13 13 0 003 12s3.5 6 9 6a9 9 0 004-1M10 10.2a2.6 2.6 0 003.7 3.7';
export const inboxIcon: Glyph = 'M4 13l2.5-8h11L20 13v6H4zM4 13h5l1.5 2.5h3L15 13h5';
export const keyIcon: Glyph = 'M4 15a4 4 0 1 0 8 0a4 4 0 1 0 -8 0M11 12l8-8M16 7l3 3';
export const lockIcon: Glyph =
  'M6.5 11h11a1.5 1.5 0 0 1 1.5 1.5v6a1.5 1.5 0 0 1 -1.5 1.5h-11a1.5 1.5 0 0 1 -1.5 -1.5v-6a1.5 1.5 0 0 1 1.5 -1.5zM8 11V8a4 4 0 018 0v3';
export const offlineIcon: Glyph =
  'M3 3l18 18M5 12.5a10 10 0 014-2.3M2.5 9A14 14 0 017 6.3M19 12.5a10 10 0 00-2.5-1.7M21.5 9a14 14 0 00-9-3.5M9 16a4.5 4.5 0 015.5-.2M12 19.5v.1';
export const phoneIcon: Glyph =
  'M6 3h4l1.5 5-2.5 1.5a12 12 0 005.5 5.5L16 12.5l5 1.5v4c0 1.5-1.5 2.5-3 2.5C10.5 20 4 13.5 3.5 6 3.5 4.5 4.5 3 6 3z';
export const pinIcon: Glyph =
  'M12 21s7-6.2 7-11.5A7 7 0 005 9.5C5 14.8 12 21 12 21zM9.5 9.5a2.5 2.5 0 1 0 5 0a2.5 2.5 0 1 0 -5 0';
export const sendIcon: Glyph = 'M4 12l16-8-5.5 16-3-6.5z';
export const starIcon: Glyph = 'M12 4l2.5 5.2 5.5.8-4 4 1 5.6-5-2.7-5 2.7 1-5.6-4-4 5.5-.8z';
export const toolIcon: Glyph =
  'M13.5 6.5a4 4 0 015-2l-2.5 2.5 1 2 2 1L21 8a4 4 0 01-5.5 4.5L7 21l-3-3 8.5-8.5a4 4 0 011-3z';
