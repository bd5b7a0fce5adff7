/** Loaded when it is opened (it brings React Aria). */
export { AccountPage } from './account-page.tsx';
