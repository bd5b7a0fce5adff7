/** Loaded when it is opened. */
import '../language/administration-words.ts';
export { AgencySignInPage } from './agency-sign-in-page.tsx';
