export { rotateKeys, type Rotated, type Rotation } from './rotate-keys.ts';
