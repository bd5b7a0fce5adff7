import { i18n, type Messages } from '@lingui/core';
// Built for here, the catalogue is what is said while a report is worked on (`vite/catalogues.ts`).
import words from '../locales/id.json';

// Imported by what shows them, so that they are there before the page of a report is drawn. English comes whole.
i18n.load('id', words as unknown as Messages);
