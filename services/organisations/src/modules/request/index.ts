export { once, type RememberedRequest } from './once.ts';
