/** A part of the map in degrees (WGS 84), as the graph takes it. */
export interface MapBounds {
  south: number;
  west: number;
  north: number;
  east: number;
}

/** A point on it. */
export interface Spot {
  latitude: number;
  longitude: number;
}

/** What the map shows, or was asked for. */
export interface MapView {
  bounds: MapBounds;
  zoom: number;
}

/** The country with its seas. */
export const COUNTRY: MapBounds = { south: -12, west: 94, north: 7, east: 142 };
export const COUNTRY_CENTRE = { latitude: -2.5, longitude: 118 };

export const NEAREST_ZOOM = 18;
/** Of the map in pixels (`.map-box`). */
const MOST_HEIGHT = 544;

/** The country fills the width: web maps are 256 pixels wide at zoom 0, and each level doubles them. */
export function zoomOfCountry(widthPixels: number): number {
  const share = (COUNTRY.east - COUNTRY.west) / 360;
  return Math.min(5, Math.max(3, Math.floor(Math.log2(widthPixels / (256 * share)))));
}

/** How near a region is looked at, by its code: a province, a regency, a city (from .71 on, and smaller), a district. */
export function zoomOfRegion(regionCode: string): number {
  const [, regency, district] = regionCode.split('.');
  if (district) return 13;
  return regency ? (Number(regency) >= 71 ? 12 : 10) : 7;
}

/** How wide the map will stand in a window: beside its list where there is room (`.map-layout`), else over the whole width. */
export const mapWidthIn = (windowPixels: number): number =>
  windowPixels >= 960 ? (Math.min(windowPixels, 1_150) * 2) / 3 - 40 : windowPixels - 32;

/** A map narrower than this opens one step farther. */
const NARROW = 480;

/** The map as it opens, and what is asked for it before it is there. */
export interface FirstView extends MapView {
  centre: Spot;
}

/** The whole country. */
export const countryView = (windowPixels: number): FirstView => ({
  bounds: COUNTRY,
  zoom: zoomOfCountry(mapWidthIn(windowPixels)),
  centre: COUNTRY_CENTRE,
});

/** A region: as much around its middle as the map may show, and some more. */
export function regionView(regionCode: string, centre: Spot, windowPixels: number): FirstView {
  // A phone shows a part of a city only, and its reports may lie in another one.
  const isNarrow = mapWidthIn(windowPixels) < NARROW;
  return viewAround(centre, zoomOfRegion(regionCode) - (isNarrow ? 1 : 0), windowPixels);
}

/** A part that somebody else's map, or an earlier one, showed: all of it, as near as this map's size allows. */
export function areaView(area: MapBounds, windowPixels: number): FirstView {
  const fits = (pixels: number, degrees: number) => Math.log2((pixels * 360) / (256 * degrees));
  const nearest = Math.min(
    fits(mapWidthIn(windowPixels), area.east - area.west),
    fits(MOST_HEIGHT, area.north - area.south),
  );
  // The same map again must not step back because of a rounded edge.
  const zoom = Math.min(NEAREST_ZOOM, Math.max(3, Math.floor(nearest + 0.15)));
  const centre = { latitude: (area.south + area.north) / 2, longitude: (area.west + area.east) / 2 };
  return viewAround(centre, zoom, windowPixels);
}

function viewAround(centre: Spot, zoom: number, windowPixels: number): FirstView {
  // Near the equator a degree is as high as it is wide.
  const degrees = (pixels: number) => (pixels * 360) / (256 * 2 ** zoom) / 2;
  const width = degrees(mapWidthIn(windowPixels));
  const height = degrees(MOST_HEIGHT);
  const bounds = {
    south: centre.latitude - height,
    west: centre.longitude - width,
    north: centre.latitude + height,
    east: centre.longitude + width,
  };
  return { ...widened({ bounds, zoom }), centre };
}

const contains = (outer: MapBounds, inner: MapBounds): boolean =>
  outer.south <= inner.south &&
  outer.west <= inner.west &&
  outer.north >= inner.north &&
  outer.east >= inner.east;

/** What of a part of the map lies in the country: nothing outside it is worth a question. */
const inCountry = (bounds: MapBounds): MapBounds => ({
  south: Math.max(bounds.south, COUNTRY.south),
  west: Math.max(bounds.west, COUNTRY.west),
  north: Math.min(bounds.north, COUNTRY.north),
  east: Math.min(bounds.east, COUNTRY.east),
});

/** Whether what was asked for already shows this part. */
export const covers = (asked: MapView, seen: MapView): boolean =>
  asked.zoom === seen.zoom && contains(asked.bounds, inCountry(seen.bounds));

/** A part and some more around it, so that a small move asks nothing. */
export function widened({ bounds, zoom }: MapView): MapView {
  const more = 0.3;
  const height = (bounds.north - bounds.south) * more;
  const width = (bounds.east - bounds.west) * more;
  return {
    zoom,
    bounds: inCountry({
      south: bounds.south - height,
      west: bounds.west - width,
      north: bounds.north + height,
      east: bounds.east + width,
    }),
  };
}

/** Whether two parts are the same but for their rounding: no edge is off by more than a twentieth. */
export function isAbout(one: MapBounds, other: MapBounds): boolean {
  const [high, wide] = [(one.north - one.south) / 20, (one.east - one.west) / 20];
  const isNear = (a: number, b: number, most: number) => Math.abs(a - b) <= most;
  return (
    isNear(one.south, other.south, high) &&
    isNear(one.north, other.north, high) &&
    isNear(one.west, other.west, wide) &&
    isNear(one.east, other.east, wide)
  );
}

/** Whether a point lies in a part of the map. */
export const isIn = ({ south, west, north, east }: MapBounds, { latitude, longitude }: Spot): boolean =>
  latitude >= south && latitude <= north && longitude >= west && longitude <= east;

/** Whether two parts of the map have something in common. */
export const overlaps = (one: MapBounds, other: MapBounds): boolean =>
  one.south <= other.north && one.north >= other.south && one.west <= other.east && one.east >= other.west;

/** The nearest of some places; `null` without any. Flat, which is right for a name to go by. */
export function nearestTo<Place extends Spot>(point: Spot, places: readonly Place[]): Place | null {
  let nearest: Place | null = null;
  let least = Infinity;
  for (const place of places) {
    const square = (place.latitude - point.latitude) ** 2 + (place.longitude - point.longitude) ** 2;
    if (square < least) [nearest, least] = [place, square];
  }
  return nearest;
}

/** What lies at a spot: so many, or one. */
export interface Gathered<One> {
  point: Spot;
  count: number;
  isAtLeast: boolean;
  report: One | null;
}

/** Pixels between the middles of two buttons on the map, so that a thumb finds each. */
const APART = 44;

/**
 * Groups that would lie on each other at a zoom, put together: the larger one stays where it is. On the nearest map they stay as they
 * are, for nothing could open them any more.
 */
export function putApart<One, Group extends Gathered<One>>(groups: readonly Group[], zoom: number): Group[] {
  if (zoom >= NEAREST_ZOOM) return [...groups];
  const degrees = (APART * 360) / (256 * 2 ** zoom);
  const kept: Group[] = [];
  for (const group of groups.toSorted((a, b) => b.count - a.count)) {
    const at = kept.findIndex(
      ({ point }) =>
        (point.latitude - group.point.latitude) ** 2 + (point.longitude - group.point.longitude) ** 2 <
        degrees ** 2,
    );
    const near = kept[at];
    if (!near) kept.push(group);
    else
      kept[at] = {
        ...near,
        count: near.count + group.count,
        isAtLeast: near.isAtLeast || group.isAtLeast,
        report: null,
      };
  }
  return kept;
}
