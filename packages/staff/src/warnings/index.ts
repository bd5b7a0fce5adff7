/** Deadlines that come near or have passed, of a unit and all below it. */
import '../language/administration-words.ts';
export { WarningsPage } from './warnings-page.tsx';
