/** The tree of organisations and everything that changes it. */
export { TreePage } from './tree-page.tsx';
export { UnitsFilePage } from './units-file-page.tsx';
