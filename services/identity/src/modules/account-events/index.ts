export { tellAccountChanged, tellAccountDeleted } from './tell.ts';
