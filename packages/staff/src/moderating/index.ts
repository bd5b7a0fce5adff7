/** What is kept from the public or thrown out: held reports, junk, and the public log of both. */
import '../language/administration-words.ts';
export { HeldPage } from './held-page.tsx';
export { JunkPage } from './junk-page.tsx';
export { ModerationPage } from './moderation-page.tsx';
