import type { GeometryCollection, GeometryObject, Topology } from 'topojson-specification';

interface RegencyProperties {
  code: string;
  name: string;
  province: string;
}

export type RegencyTopology = Topology<{ regencies: GeometryCollection<RegencyProperties> }>;

type Arcs = number | Arcs[];

/** The regencies of one province with the arcs they need, still quantised; arcs are numbered anew. Pure. */
export function topologyOf(whole: RegencyTopology, province: string): RegencyTopology {
  const arcs: RegencyTopology['arcs'] = [];
  const numbers = new Map<number, number>();
  const renumber = (given: Arcs): Arcs => {
    if (Array.isArray(given)) return given.map(renumber);
    // An arc walked backwards has the complement of its number.
    const arc = given < 0 ? ~given : given;
    let number = numbers.get(arc);
    if (number === undefined) {
      number = arcs.push(whole.arcs[arc]!) - 1;
      numbers.set(arc, number);
    }
    return given < 0 ? ~number : number;
  };
  const geometries = whole.objects.regencies.geometries
    .filter(
      ({ properties }) =>
        properties !== undefined && 'province' in properties && properties.province === province,
    )
    .map((geometry) => {
      const { arcs: given, ...rest } = geometry as GeometryObject<RegencyProperties> & { arcs: Arcs };
      return { ...rest, arcs: renumber(given) } as GeometryObject<RegencyProperties>;
    });
  return {
    type: 'Topology',
    ...(whole.transform ? { transform: whole.transform } : {}),
    objects: { regencies: { type: 'GeometryCollection', geometries } },
    arcs,
  };
}
