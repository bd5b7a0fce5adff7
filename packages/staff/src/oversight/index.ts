/** Cases of the Ombudsman and letters to heads. */
import '../language/administration-words.ts';
export { CasePage } from './case-page.tsx';
export { OversightPage } from './oversight-page.tsx';
export { CaseView } from './case-view.tsx';
export { OpenOversight } from './acts/open-oversight.tsx';
