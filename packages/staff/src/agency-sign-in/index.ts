/** Loaded when it is opened. */
export { AgencySignInPage } from './agency-sign-in-page.tsx';
