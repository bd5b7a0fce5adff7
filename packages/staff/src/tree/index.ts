/** The tree of organisations and everything that changes it. */
import '../language/administration-words.ts';
export { TreePage } from './tree-page.tsx';
export { UnitsFilePage } from './units-file-page.tsx';
