/** Loaded when it is opened (it brings React Aria). */
import '../language/administration-words.ts';
export { AccountPage } from './account-page.tsx';
