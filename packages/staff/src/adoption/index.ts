/** Adoption: who is connected, who uses the platform, and what stands in the way. */
export { AdoptionPage } from './adoption-page.tsx';
