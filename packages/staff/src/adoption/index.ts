/** Adoption: who is connected, who uses the platform, and what stands in the way. */
import '../language/administration-words.ts';
export { AdoptionPage } from './adoption-page.tsx';
