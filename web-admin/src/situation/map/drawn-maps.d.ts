declare module 'virtual:drawn-maps' {
  export interface DrawnShape {
    code: string;
    name: string;
    /** SVG path. */
    path: string;
    x: number;
    y: number;
  }
  export interface DrawnMap {
    width: number;
    height: number;
    shapes: readonly DrawnShape[];
  }
  /** `country`, and the regencies of each province by its code. */
  export const maps: Readonly<Record<string, () => Promise<DrawnMap>>>;
}
