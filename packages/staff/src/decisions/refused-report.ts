import { createContext } from 'react';
import type { Refusal } from './outcome.ts';

/**
 * Told when a decision was refused because the report is not as it was shown: the page then asks for it again and
 * says what happened, also when the form that was refused disappears with it.
 */
export const RefusedReportContext = createContext<(refusal: Refusal) => void>(() => undefined);
