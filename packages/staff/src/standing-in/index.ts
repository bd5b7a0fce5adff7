/** Reports that are answered for units which nobody staffs yet. */
import '../language/administration-words.ts';
export { StoodInPage } from './stood-in-page.tsx';
