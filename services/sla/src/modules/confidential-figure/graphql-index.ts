export { ConfidentialFigureResolver } from './resolver.ts';
