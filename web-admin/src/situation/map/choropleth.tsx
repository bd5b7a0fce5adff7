import { Anchor } from '@lapor/ui';
import { useEffect, useState } from 'react';
import type { DrawnMap } from 'virtual:drawn-maps';
import { useText } from '../words.ts';

export type LoadMap = (name: string) => Promise<DrawnMap>;

interface ChoroplethProps {
  loadMap: LoadMap;
  /** `country`, or the code of a province. */
  name: string;
  label: string;
  /** Class of a region: `c0` … `c5`, `q1` … `q5`. */
  classNameOf: (code: string) => string;
  /** Read out and shown when pointed at. */
  textOf: (code: string, name: string) => string;
  hrefOf: (code: string) => string;
  chosen?: string;
  /** Written beside the map's ends. */
  named: readonly { code: string; text: string }[];
}

/** Regions coloured by a figure; each is a link. The table beside it has the names and figures. */
export function Choropleth(props: ChoroplethProps) {
  const t = useText();
  const { loadMap, name, label, classNameOf, textOf, hrefOf, chosen, named } = props;
  const [drawn, setDrawn] = useState<{ name: string; map: DrawnMap | null } | null>(null);
  useEffect(() => {
    let isWanted = true;
    loadMap(name).then(
      (map) => isWanted && setDrawn({ name, map }),
      // Without the drawing the table is there.
      () => isWanted && setDrawn({ name, map: null }),
    );
    return () => {
      isWanted = false;
    };
  }, [loadMap, name]);
  if (drawn?.name === name && drawn.map === null)
    return <p className="panel__body muted">{t('room.map.noDrawing')}</p>;
  const map = drawn?.name === name ? drawn.map : null;
  const { width, height } =
    map ?? (name === 'country' ? { width: 940, height: 362 } : { width: 640, height: 480 });
  return (
    <svg className="map map-part" viewBox={`0 0 ${width} ${height}`} role="group" aria-label={label}>
      {map?.shapes.map((shape) => (
        <Anchor
          key={shape.code}
          href={hrefOf(shape.code)}
          aria-label={textOf(shape.code, shape.name)}
          className={shape.code === chosen ? 'is-chosen' : undefined}
        >
          <path className={classNameOf(shape.code)} d={shape.path}>
            <title>{textOf(shape.code, shape.name)}</title>
          </path>
        </Anchor>
      ))}
      {map &&
        named.map(({ code, text }) => {
          const shape = map.shapes.find((one) => one.code === code);
          if (!shape) return null;
          const isRight = shape.x > width * 0.7;
          return (
            <text
              key={code}
              x={Math.min(width - 4, Math.max(4, shape.x))}
              y={Math.min(height - 6, shape.y + 18)}
              textAnchor={isRight ? 'end' : shape.x < width * 0.2 ? 'start' : 'middle'}
              aria-hidden="true"
            >
              {text}
            </text>
          );
        })}
    </svg>
  );
}
