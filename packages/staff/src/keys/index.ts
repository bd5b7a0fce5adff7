/** Loaded when it is opened (it brings React Aria). */
import '../language/administration-words.ts';
export { KeysPage } from './keys-page.tsx';
