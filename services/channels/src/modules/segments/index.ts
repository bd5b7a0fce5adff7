export { fitInto, segmentsOf, type Segments } from './segments.ts';
