/** Who works where: the list of officers, one officer, and everything that changes them. */
export { OfficersPage } from './officers-page.tsx';
export { OfficerPage } from './officer-page.tsx';
