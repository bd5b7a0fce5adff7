export { keep, SETTINGS_CHANNEL, type Kept } from './kept.ts';
