/** Loaded when it is opened (it brings React Aria). */
export { KeysPage } from './keys-page.tsx';
