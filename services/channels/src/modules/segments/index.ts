export { fitInto, inPlainAlphabet, partsOf, segmentsOf, type Segments } from './segments.ts';
export { fromSeptets, toSeptets } from './septets.ts';
