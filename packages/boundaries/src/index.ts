export { type DistrictCentroid, type NearestDistrict, nearestDistrict } from './nearest-district.ts';
export { drawMap, type DrawnMap, type DrawnShape } from './draw-map.ts';
export { type ProvinceFeatures, loadProvinceFeatures } from './province-features.ts';
export { type RegencyFeatures, loadRegencyFeatures } from './regency-features.ts';
export {
  type LocatedRegency,
  type Point,
  type RegencyLocator,
  loadRegencyLocator,
} from './regency-locator.ts';
