import { maps } from 'virtual:drawn-maps';
import type { TabProps } from '../tab-props.ts';
import { MapTab } from './map-tab.tsx';

/** The map on the drawings that the console was built with. */
export const MapTabWithMaps = ({ room }: TabProps) => (
  <MapTab room={room} loadMap={(name) => maps[name]?.() ?? Promise.reject(new Error(`No map of ${name}`))} />
);
