/** How charts are drawn, for whoever has some: an entry of its own, so that other pages do not carry it. */
export { labelsApart, linePath, scaleOf } from './chart-scale.ts';
export { useWidth } from './use-width.ts';
